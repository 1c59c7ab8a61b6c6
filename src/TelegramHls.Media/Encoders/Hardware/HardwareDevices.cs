using System.Globalization;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Which devices this machine has.</summary>
/// <param name="root">Where device files are: <c>/dev</c>.</param>
internal sealed class HardwareDevices(string root)
{
    /// <summary>In this order one is chosen: the best for its bytes first, as far as that can be said of families.</summary>
    public static HardwareAcceleration[] Families { get; } =
    [
        HardwareAcceleration.Nvenc, HardwareAcceleration.Qsv, HardwareAcceleration.Vaapi, HardwareAcceleration.VideoToolbox,
        HardwareAcceleration.Amf,
    ];

    /// <summary>True for a family that needs a render device to be named.</summary>
    public static bool NeedsPath(HardwareAcceleration family) => family is HardwareAcceleration.Vaapi or HardwareAcceleration.Qsv;

    /// <summary>Those of one family; one without a path where none can be named.</summary>
    public IEnumerable<HardwareDevice> Of(HardwareAcceleration family)
    {
        string[] paths = NeedsPath(family) ? Find("dri", "renderD") : [];
        string[] cards = family == HardwareAcceleration.Nvenc ? [.. Find(string.Empty, "nvidia").Select(CardNumber)] : [];

        // With one card there is nothing to choose, and in a container its number may not be that of the file.
        string[] named = cards.Length > 1 ? cards : paths;
        return named is [] ? [new HardwareDevice(family, Path: null)] : named.Select(path => new HardwareDevice(family, path));
    }

    private string[] Find(string folder, string prefix)
    {
        string directory = Path.Combine(root, folder);
        return !Directory.Exists(directory) ? [] :
        [
            .. Directory.EnumerateFiles(directory, prefix + "*")
                .Where(path => int.TryParse(path[(directory.TrimEnd('/').Length + 1 + prefix.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string CardNumber(string path) => Path.GetFileName(path)["nvidia".Length..];
}
