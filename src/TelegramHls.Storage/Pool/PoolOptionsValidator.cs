using Microsoft.Extensions.Options;

namespace TelegramHls.Storage.Pool;

/// <summary>The rules between settings of both sections. No token at all is allowed: the host then starts its sandbox.</summary>
internal sealed class PoolOptionsValidator(IOptions<StorageOptions> storage) : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> failures = [.. Failures(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(TelegramOptions options)
    {
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            yield return "Telegram__ApiUrl must be an http or https address.";
        }

        StorageOptions? kept = Storage();
        if (!options.Local && kept?.PartSize > StorageOptions.MaxCloudPartSize)
        {
            yield return $"Storage__PartSize must be at most {StorageOptions.MaxCloudPartSize} unless Telegram__Local is true.";
        }

        if (options.UploadByPath && !options.Local)
        {
            yield return "Telegram__UploadByPath needs Telegram__Local: only a server that runs with --local opens files by their path.";
        }

        if (options.StorageBots.Count > 0 && string.IsNullOrEmpty(options.ControlBot.Token))
        {
            yield return "Telegram__ControlBot__Token must be set when there are storage bots.";
        }

        if (options.StorageBots.Count == 0
            && !string.IsNullOrEmpty(options.ControlBot.Token)
            && !IsChat(options.ControlBot.ChatId))
        {
            yield return "Telegram__ControlBot__ChatId must be a number or @name when there are no storage bots.";
        }

        for (int i = 0; i < options.StorageBots.Count; i++)
        {
            if (string.IsNullOrEmpty(options.StorageBots[i].Token))
            {
                yield return $"Telegram__StorageBots__{i}__Token must be set.";
            }

            if (!IsChat(options.StorageBots[i].ChatId))
            {
                yield return $"Telegram__StorageBots__{i}__ChatId must be a number or @name.";
            }
        }

        if (kept?.ScratchChatId is { Length: > 0 } scratch && !IsChat(scratch))
        {
            yield return "Storage__ScratchChatId must be a number or @name.";
        }
    }

    /// <summary>Null when that section has faults of its own, which its own check tells.</summary>
    private StorageOptions? Storage()
    {
        try
        {
            return storage.Value;
        }
        catch (Exception error) when (error is OptionsValidationException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsChat(string? text) =>
        text is { Length: > 1 } && (text[0] == '@' || long.TryParse(text, out _));
}
