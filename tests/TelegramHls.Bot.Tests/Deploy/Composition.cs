using System.Text.RegularExpressions;
using TelegramHls.Testing.EndToEnd;
using YamlDotNet.RepresentationModel;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>docker-compose.yml, read as YAML.</summary>
internal sealed partial class Composition(YamlMappingNode root)
{
    public YamlMappingNode Root => root;

    public YamlMappingNode Ours => Service("telegramhls");

    public YamlMappingNode BotApi => Service("telegram-bot-api");

    /// <summary>Variables that it takes from .env: true when it refuses to start without them.</summary>
    public Dictionary<string, bool> Variables { get; } = ReadVariables(root);

    public static Composition Read()
    {
        var yaml = new YamlStream();
        using StreamReader text = File.OpenText(Path.Combine(BotProcess.Root, "docker-compose.yml"));
        yaml.Load(text);
        return new((YamlMappingNode)yaml.Documents.Single().RootNode);
    }

    public YamlMappingNode Service(string name) => (YamlMappingNode)root["services"][name];

    public static string[] Keys(YamlNode mapping) => [.. ((YamlMappingNode)mapping).Children.Keys.Select(key => key.ToString())];

    public static string[] Items(YamlNode sequence) => [.. ((YamlSequenceNode)sequence).Select(item => item.ToString())];

    public static bool Has(YamlMappingNode mapping, string key) => mapping.Children.ContainsKey(new YamlScalarNode(key));

    private static Dictionary<string, bool> ReadVariables(YamlMappingNode root)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (YamlScalarNode scalar in root.AllNodes.OfType<YamlScalarNode>())
        {
            foreach (Match match in Interpolation().Matches(scalar.Value ?? string.Empty))
            {
                found[match.Groups["name"].Value] = match.Groups["how"].Value == ":?";
            }
        }

        // A variable without a value is passed on as it is.
        foreach (YamlNode service in ((YamlMappingNode)root["services"]).Children.Values)
        {
            foreach ((YamlNode name, YamlNode value) in ((YamlMappingNode)service["environment"]).Children)
            {
                if (value is YamlScalarNode { Value: "" or null })
                {
                    found[name.ToString()] = false;
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]+)(?<how>:?[?-])?")]
    private static partial Regex Interpolation();
}
