using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Bot.Wording;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Parts;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>What a person is told while a film is packaged and stored, by a clock that the test moves.</summary>
public sealed class ProgressMeterTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private readonly ManualTimeProvider _clock = new();
    private readonly SpokenStatuses _said = new();

    [Fact]
    public void Encoding_AtASteadySpeed_TellsTheTimeLeft()
    {
        StoreMeter meter = Start(Plans.MpegFour(TimeSpan.FromMinutes(10)));

        // The first second nothing comes out; then four seconds of film a second.
        for (double second = 0; second <= 1 + (600 / 4.0); second += 0.5)
        {
            meter.Report(Encoded(Math.Max(0, second - 1) * 4));
            TimeSpan truth = TimeSpan.FromSeconds(1 + (600 / 4.0) - second);
            if (_said.Standing.Left is { } left)
            {
                left.TotalSeconds.ShouldBe(truth.TotalSeconds, 1);
            }

            (_said.Standing.Left is not null).ShouldBe(second >= 5.5, $"at {second} s");
            _clock.Advance(Tick);
        }

        _said.Percentages.ShouldBeInOrder();
        _said.Percentages[^1].ShouldBe(99);
    }

    [Fact]
    public void Encoding_InTheMiddle_SaysHowFarAndHowLong()
    {
        StoreMeter meter = Start(Plans.MpegFour(TimeSpan.FromMinutes(10)));
        for (double film = 2; film <= 204; film += 2)
        {
            meter.Report(Encoded(film));
            _clock.Advance(Tick);
        }

        _said.Standing.Activity.ShouldBe("Re-encoding video to H.264");
        _said.Standing.Percent.ShouldBe(34);
        _said.Standing.Detail.ShouldBe("3 min 24 s of 10 min · 4.0× · 1 min 39 s left");
    }

    [Fact]
    public void Encoding_ThatBecomesSlower_TellsTheTimeLeftWithinAThirdAfterHalfAMinute()
    {
        StoreMeter meter = Start(Plans.MpegFour(TimeSpan.FromHours(1)));
        double film = 0;
        for (double second = 0; film < 3600; second += 0.5)
        {
            meter.Report(Encoded(film += second < 100 ? 6 : 1));
            _clock.Advance(Tick);
            if (second > 130)
            {
                double truth = (3600 - film) / 2;
                _said.Standing.Left!.Value.TotalSeconds.ShouldBeInRange((truth / 1.34) - 1, (truth * 1.34) + 1, $"at {second} s");
            }
        }

        _said.Percentages.ShouldBeInOrder();
    }

    [Fact]
    public void Encoding_EndedBeforeItIsStored_SaysWhatIsLeftAndDoesNotGoBack()
    {
        StoreMeter meter = Start(Plans.MpegFour(TimeSpan.FromMinutes(1)));
        for (int part = 1; part <= 10; part++)
        {
            meter.Report(Encoded(part * 6));
            meter.Report(new StoreProgress(part * 1_000_000L, part));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        meter.Packaged(30_000_000);

        _said.Standing.ShouldBe(new WorkStanding(
            "Storing the rest", 0.99, "20 MB · 19 s left", TimeSpan.FromSeconds(19)));
        _said.Percentages.ShouldBeInOrder();
    }

    [Fact]
    public void Encoding_OfUnknownLength_SaysWhatIsDone()
    {
        StoreMeter meter = Start(Plans.MpegFour(duration: null));
        for (int second = 1; second <= 90; second++)
        {
            meter.Report(Encoded(second * 3));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _said.Standing.ShouldBe(new WorkStanding("Re-encoding video to H.264 …", Detail: "4 min 30 s done · 3.0×"));
    }

    [Fact]
    public void Storing_CopiedFilm_CountsBytes()
    {
        StoreMeter meter = Start(Plans.Copied(), sourceSize: 600_000_000);
        for (int part = 1; part <= 40; part++)
        {
            meter.Report(new StoreProgress(part * 10_000_000L, part));
            meter.Report(Encoded(part * 100));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _said.Standing.Activity.ShouldBe("Storing");
        _said.Standing.Detail.ShouldBe("400 MB of 600 MB · 10 MB/s · 20 s left");
    }

    [Fact]
    public void Storing_FilmThatGrewByItsSound_MarksTheTotalAsEstimateAndDoesNotGoBack()
    {
        StoreMeter meter = Start(Plans.CopiedPictureWithAc3(), sourceSize: 100_000_000);
        for (int part = 1; part <= 9; part++)
        {
            meter.Report(new StoreProgress(part * 10_000_000L, part));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _said.Standing.Activity.ShouldBe("Re-encoding audio to AAC");
        _said.Standing.Detail!.ShouldStartWith("90 MB of about 100 MB");
        meter.Packaged(120_000_000);
        meter.Report(new StoreProgress(100_000_000, 10));

        _said.Standing.Detail!.ShouldStartWith("90 MB of 120 MB");
        _said.Percentages.ShouldBeInOrder();
    }

    private StoreMeter Start(PackagePlan plan, long sourceSize = 1) =>
        new ProgressMeter(_said, _clock).Start(VideoId.New(), plan, sourceSize);

    private static PackagingProgress Encoded(double seconds) => new(TimeSpan.FromSeconds(seconds), Fraction: null, Speed: null);
}
