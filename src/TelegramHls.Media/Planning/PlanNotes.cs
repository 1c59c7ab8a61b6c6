using System.Collections.Immutable;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Says what of a file is left out.</summary>
internal static class PlanNotes
{
    public static ImmutableArray<string> For(MediaFacts facts, int films)
    {
        int Count(Func<StreamFacts, bool> which) => facts.Streams.Count(which);
        (int Count, string One, string Many)[] left =
        [
            (Math.Max(films - 1, 0), "second video track", "further video tracks"),
            (Count(stream => stream.Kind == StreamKind.Subtitle), "subtitle track", "subtitle tracks"),
            (Count(stream => stream.Disposition.IsAttachedPicture), "cover picture", "cover pictures"),
            (Count(stream => stream.Kind == StreamKind.Attachment), "attached file", "attached files"),
            (Count(stream => stream.Kind == StreamKind.Data), "data track", "data tracks"),
        ];
        return
        [
            .. left.Where(item => item.Count > 0)
                .Select(item => item.Count == 1 ? $"Left out: {item.One}." : $"Left out: {item.Count} {item.Many}."),
        ];
    }
}
