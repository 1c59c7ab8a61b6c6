namespace TelegramHls.Sandbox.People;

/// <summary>What a bot said.</summary>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Links">Buttons that open an address: their texts and addresses.</param>
public sealed record SandboxAnswer(string Text, IReadOnlyDictionary<string, string> Links);
