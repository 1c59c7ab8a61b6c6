using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Subtitles.Extracting;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>Everything that decides the stored bytes, frozen: a repeated attempt makes the same parts again.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Source">The source.</param>
/// <param name="Plan">How it is packaged.</param>
/// <param name="PartSizes">Where the stream is cut.</param>
/// <param name="File">Name of the stored file that will hold the stream.</param>
/// <param name="IndexFile">Name of the stored file that will hold the index.</param>
/// <param name="Subtitles">The subtitle tracks that are kept; default in records of programs that kept none.</param>
/// <param name="Pictures">What poster and previews are taken from; null for sound alone.</param>
/// <param name="Compatible">How the second version is packaged that plays everywhere; null where there is none.</param>
public sealed record PlannedVideo(
    int Schema,
    FetchedSource Source,
    PackagePlan Plan,
    PartSizes PartSizes,
    StoredFileId File,
    StoredFileId IndexFile,
    ImmutableArray<PlannedSubtitle> Subtitles = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FilmPictures? Pictures = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PackagePlan? Compatible = null);
