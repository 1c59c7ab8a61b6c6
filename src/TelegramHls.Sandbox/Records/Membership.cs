namespace TelegramHls.Sandbox.Records;

/// <summary>Status: creator, administrator, member, restricted, left, kicked.</summary>
internal sealed record Membership(string Status, AdminRights Rights)
{
    public bool Inside => Status is "creator" or "administrator" or "member" or "restricted";

    public bool Admin => Status is "creator" or "administrator";
}

/// <summary>The rights of an administrator that decide something here.</summary>
internal sealed record AdminRights(bool Post, bool Edit, bool Delete, bool Pin)
{
    public static AdminRights All { get; } = new(true, true, true, true);

    public static AdminRights None { get; } = new(false, false, false, false);
}
