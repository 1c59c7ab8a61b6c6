using System.Globalization;
using TelegramHls.Catalog.Search;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>The filters at work, in words, each with the list as it would be without it.</summary>
internal static class FilterChips
{
    public static IEnumerable<(string Words, ListAddress Without)> Of(ListView view)
    {
        JobFilter filter = view.Address.Filter;
        (string? Words, JobFilter Without)[] all =
        [
            (filter.Text is { } text ? $"“{text}”" : null, filter with { Text = null }),
            (filter.Owner is { } owner ? $"User {Named(view.Choices.Users, owner)}" : null, filter with { Owner = null }),
            (filter.Step is { } step ? $"Step {Named(view.Choices.Steps, step)}" : null, filter with { Step = null }),
            (filter.BotId is { } bot ? $"Stored by bot {bot.ToString(CultureInfo.InvariantCulture)}" : null, filter with { BotId = null }),
            (filter.From is { } from ? $"From {ListAddress.Date(from)}" : null, filter with { From = null }),
            (filter.To is { } to ? $"To {ListAddress.Date(to.AddDays(-1))}" : null, filter with { To = null }),
        ];
        return all.Where(chip => chip.Words is not null).Select(chip => (chip.Words!, view.Address with { Filter = chip.Without, Page = 1 }));
    }

    private static string Named(IReadOnlyList<KeyValuePair<string, string>> choices, string value) =>
        choices.FirstOrDefault(choice => choice.Key == value).Value ?? value;
}
