using Microsoft.Extensions.Hosting;
using TelegramHls.Bot.Tests.Hosting;
using YamlDotNet.RepresentationModel;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>No test can start the containers; these compare docker-compose.yml with the Dockerfile, the settings and itself.</summary>
public sealed class CompositionTests
{
    // docker-entrypoint.sh of aiogram/telegram-bot-api.
    private const string ServerDirectory = "/var/lib/telegram-bot-api";
    private const int ServerPort = 8081;
    private const int ServerGroup = 101;
    private static readonly string[] ServerVariables =
        ["TELEGRAM_API_ID", "TELEGRAM_API_HASH", "TELEGRAM_LOCAL", "TELEGRAM_TEMP_DIR"];

    // https://github.com/compose-spec/compose-spec/blob/main/spec.md, as far as it is used here.
    private static readonly string[] TopLevel = ["name", "services", "volumes"];
    private static readonly string[] ServiceLevel =
    [
        "build", "cap_drop", "depends_on", "environment", "group_add", "healthcheck", "image", "logging", "ports",
        "read_only", "restart", "security_opt", "stop_grace_period", "tmpfs", "volumes",
    ];

    private readonly Composition _compose = Composition.Read();
    private readonly ImageRecipe _recipe = ImageRecipe.Read();

    [Fact]
    public void Keys_Everywhere_AreOfTheSpecification()
    {
        Composition.Keys(_compose.Root).Where(key => !key.StartsWith("x-", StringComparison.Ordinal)).ShouldBeSubsetOf(TopLevel);
        Composition.Keys(_compose.Ours).ShouldBeSubsetOf(ServiceLevel);
        Composition.Keys(_compose.BotApi).ShouldBeSubsetOf(ServiceLevel);
        _compose.Ours["depends_on"]["telegram-bot-api"]["condition"].ToString().ShouldBe("service_healthy");
        Composition.Has(_compose.BotApi, "healthcheck").ShouldBeTrue();
    }

    [Fact]
    public void Environment_OfTheProgram_IsMadeOfSettings() =>
        Composition.Keys(_compose.Ours["environment"]).Select(SettingsTable.KeyOf).ShouldBeSubsetOf(SettingsTable.Read().Keys);

    [Fact]
    public void Settings_WithoutWhichAContainerCannotStart_AreAskedFor()
    {
        string[] required = [.. _compose.Variables.Where(variable => variable.Value).Select(variable => variable.Key)];

        required.ShouldContain("Server__PublicUrl");
        required.ShouldContain("Telegram__ControlBot__Token");
        required.ShouldContain("TELEGRAM_API_ID");
        required.ShouldContain("TELEGRAM_API_HASH");
    }

    [Fact]
    public void Server_IsTheLocalOneAndReachableFromInsideAlone()
    {
        YamlNode ours = _compose.Ours["environment"];
        YamlNode server = _compose.BotApi["environment"];

        ours["Telegram__ApiUrl"].ToString().ShouldBe($"http://telegram-bot-api:{ServerPort}");
        ours["Telegram__Local"].ToString().ShouldBe("true");
        server["TELEGRAM_LOCAL"].ToString().ShouldNotBeEmpty();
        Composition.Keys(server).ShouldBe(ServerVariables);
        Composition.Has(_compose.BotApi, "ports").ShouldBeFalse();
        Composition.Items(_compose.BotApi["healthcheck"]["test"])[^1].ShouldBe($"{ServerPort}");
        _compose.BotApi["image"].ToString().ShouldMatch(@"^aiogram/telegram-bot-api:\d+\.\d+$");
    }

    [Fact]
    public void ServerFiles_AreReadWhereTheServerNamesThem()
    {
        string[] server = Composition.Items(_compose.BotApi["volumes"]).Single().Split(':');
        string[] ours = Composition.Items(_compose.Ours["volumes"]).Single(mount => mount.StartsWith(server[0], StringComparison.Ordinal)).Split(':');

        server[1].ShouldBe(ServerDirectory);
        ours.ShouldBe([server[0], ServerDirectory, "ro"]);
        Composition.Items(_compose.Ours["group_add"]).ShouldBe([$"{ServerGroup}"]);
        _compose.BotApi["environment"]["TELEGRAM_TEMP_DIR"].ToString().ShouldStartWith(ServerDirectory + "/");
    }

    [Fact]
    public void Volumes_Mounted_AreDeclaredAndHoldTheData()
    {
        string[] mounts = [.. Composition.Items(_compose.Ours["volumes"]), .. Composition.Items(_compose.BotApi["volumes"])];

        mounts.Select(mount => mount.Split(':')[0]).Distinct().Order().ShouldBe(Composition.Keys(_compose.Root["volumes"]).Order());
        Composition.Items(_compose.Ours["volumes"]).ShouldContain($"data:{_recipe.Environment["Data__Directory"]}");
    }

    [Fact]
    public void Port_Published_IsThatOfTheImage() =>
        Composition.Items(_compose.Ours["ports"]).Single().ShouldEndWith($":{_recipe.Only("EXPOSE")}");

    [Fact]
    public void GracePeriod_IsLongerThanTheProgramTakesToStop()
    {
        int seconds = int.Parse(_compose.Ours["stop_grace_period"].ToString().TrimEnd('s'));

        TimeSpan.FromSeconds(seconds).ShouldBeGreaterThan(new HostOptions().ShutdownTimeout);
    }

    [Theory]
    [InlineData("telegramhls")]
    [InlineData("telegram-bot-api")]
    public void EachService_ComesBackAndKeepsItsLogSmall(string name)
    {
        YamlMappingNode service = _compose.Service(name);

        service["restart"].ToString().ShouldBe("unless-stopped");
        service["logging"]["options"]["max-size"].ToString().ShouldMatch(@"^\d+m$");
        int.Parse(service["logging"]["options"]["max-file"].ToString()).ShouldBeGreaterThan(1);
    }
}
