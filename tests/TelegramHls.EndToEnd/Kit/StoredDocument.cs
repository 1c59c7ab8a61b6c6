namespace TelegramHls.EndToEnd.Kit;

/// <summary>A document in a storage channel, as a member of the channel sees it: by its caption, else by its file name.</summary>
internal sealed record StoredDocument(long Chat, int Message, string Name)
{
    /// <summary>Whose bytes: the second word of <c>{video}.{file}.{index}.{hash}.bin</c>.</summary>
    public string File => Name.Split('.')[1];

    public int Index => int.Parse(Name.Split('.')[2]);
}
