using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Http;

/// <summary>Which bot a token names, and how a wrong one is refused.</summary>
internal sealed class TokenGate(Emulator emulator)
{
    private const int LongestToken = 80;
    private const long LargestId = 1L << 54;

    public BotRecord? Find(string token) => emulator.World.Read(world =>
        world.Bots.Values.FirstOrDefault(bot => bot.Token.Equals(token, StringComparison.Ordinal) && !bot.Revoked));

    public ApiFaultException Refusal(string token)
    {
        int colon = token.IndexOf(':', StringComparison.Ordinal);
        bool numeric = long.TryParse(token.AsSpan(0, Math.Max(colon, 0)), out long id);
        bool formed = colon > 0 && token[0] != '0' && token.Length <= LongestToken;
        if (!emulator.Options.Local)
        {
            return formed && numeric ? new ApiFaultException(401, string.Empty) : new ApiFaultException(404, string.Empty);
        }

        return !formed || (numeric && (id is <= 0 or >= LargestId)) ? new ApiFaultException(401, "invalid token specified")
            : numeric ? new ApiFaultException(401, string.Empty)
            : new ApiFaultException(421, "unallowed token specified");
    }
}
