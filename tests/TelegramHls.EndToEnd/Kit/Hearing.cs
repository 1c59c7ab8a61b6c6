using System.Text.Json;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>Listens to what the bot says.</summary>
internal static class Hearing
{
    /// <summary>Waits for the card that answers a message and fulfils the condition.</summary>
    public static async Task<Card> CardOfAsync(this World world, int message, Func<Card, bool> condition)
    {
        Card? card = null;
        await world.Client.WaitFor(world.Chat, messages => (card = messages.Select(Card.Read)
            .LastOrDefault(candidate => candidate.ReplyTo == message && condition(candidate))) is not null);
        return card!;
    }

    /// <summary>Waits for the first word of the bot after a message, whomever it answers.</summary>
    public static async Task<Card> NextWordAsync(this World world, int message, long? person = null)
    {
        Card? card = null;
        await Waiting.UntilAsync(
            async () => (card = (await HeardAsync(world, person)).Select(Card.Read).FirstOrDefault(word => word.Id > message)) is not null,
            "an answer");
        return card!;
    }

    /// <summary>What the bot has said to a person so far, notices apart; without one to the world's own.</summary>
    public static async Task<IReadOnlyList<JsonElement>> HeardAsync(this World world, long? person = null) =>
        [.. (await SaidAsync(world, person)).Where(message => !IsOfACrash(message))];

    /// <summary>Waits for the notice that the program was restarted after a crash, and returns how often it was told.</summary>
    public static async Task<int> CrashNoticesAsync(this World world)
    {
        int count = 0;
        await Waiting.UntilAsync(async () => (count = (await SaidAsync(world, person: null)).Count(IsOfACrash)) > 0, "a notice of the crash");
        return count;
    }

    private static bool IsOfACrash(JsonElement message) =>
        message.TryGetProperty("text", out JsonElement text) && text.GetString()!.StartsWith("⚠️ The program was restarted after a crash", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<JsonElement>> SaidAsync(World world, long? person)
    {
        JsonElement answer = await world.Client.Get(
            $"/person/chats/{world.Chat}/messages?{TelegramHls.Testing.SandboxClient.Query(("person", person))}");
        return [.. answer.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("from").GetProperty("id").GetInt64() == world.Chat)];
    }

    /// <summary>Says something and returns the bot's answer.</summary>
    public static async Task<Card> AskAsync(this World world, string text, long? person = null)
    {
        JsonElement said = await world.Client.Say(world.Chat, text, person: person);
        return await world.NextWordAsync(said.GetProperty("message_id").GetInt32(), person);
    }
}
