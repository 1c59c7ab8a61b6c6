namespace Telegram.Bot.Requests;

/// <summary>Has the server get a file ready; on a local server it may take minutes.</summary>
public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    /// <summary>Id of the file, made for this bot.</summary>
    public required string FileId { get; set; }
}
