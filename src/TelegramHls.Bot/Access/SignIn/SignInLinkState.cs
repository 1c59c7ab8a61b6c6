namespace TelegramHls.Bot.Access.SignIn;

/// <summary>How a sign-in link stands.</summary>
internal enum SignInLinkState
{
    /// <summary>It can be used.</summary>
    Open,

    /// <summary>It signed somebody in.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>No link of this run of the program, or one of long ago.</summary>
    Unknown,
}
