using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Chaos;

/// <summary>One run: steps drawn by the seed, each in whatever weather the earlier ones left, and the invariants after each.</summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    private const int Bots = 4;
    private const int PartSize = 100_000;
    private const int MostFiles = 4;
    private const int StepsToACalm = 6;

    private readonly StorageRig _rig;
    private readonly Random _random;
    private readonly ChaosWeather _weather;
    private readonly Published _published;
    private readonly List<(StoreRequest Request, RandomFile Source)> _unfinished = [];
    private readonly List<string> _steps = [];

    private ChaosRun(StorageRig rig, Random random)
    {
        (_rig, _random) = (rig, random);
        _weather = new ChaosWeather(rig, random);
        _published = new Published(rig);
    }

    public static async Task RunAsync(int seed, int steps)
    {
        StorageRig rig = await StorageRig.StartAsync(
            Bots,
            local: seed % 5 == 0,
            time: new SwiftClock(),
            ("Cache:PrefetchSeconds", "0"),
            ("Storage:Replicas", seed % 2 == 0 ? "2" : "1"));
        await using var run = new ChaosRun(rig, new Random(seed));
        try
        {
            await rig.OpenAllChannelsAsync();
            for (int step = 1; step <= steps; step++)
            {
                await run.StepAsync();
                if (step % StepsToACalm == 0)
                {
                    await run.CalmDownAsync();
                }
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"THLS_CHAOS_SEED={seed}, after {string.Join(", ", run._steps)}: {exception.Message}", exception);
        }
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private async Task StepAsync()
    {
        string around = _weather.AskForAFault();
        int draw = _random.Next(11);
        string change = draw > 7 ? await _weather.ChangeAsync() : string.Empty;
        Func<Task> act = draw switch
        {
            < 3 => StoreAsync,
            3 => GiveUpAsync,
            4 => DeleteAsync,
            5 => _published.SweepAsync,
            6 => CheckPoolAsync,
            7 => ReplicateAsync,
            _ => StoreAsync,
        };
        _steps.Add($"{change} {act.Method.Name} ({around})");
        await LiveOrDieAsync(act);
        await LiveOrDieAsync(ReadAsync);
    }

    /// <summary>Does it in this life of the program; when that ends, the next one begins.</summary>
    private async Task LiveOrDieAsync(Func<Task> act)
    {
        FaultPlan life = _rig.Faults;
        _rig.Bind();
        Task acting = act();
        await Task.WhenAny(acting, life.Death);
        if (!life.IsDead)
        {
            await acting;
            return;
        }

        _ = acting.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        _steps.Add("killed");
        _rig.Kill();
    }

    private async Task StoreAsync()
    {
        if (_unfinished.Count == 0)
        {
            RandomFile source = await RandomFile.MakeAsync(_rig.Temp, _random.Next(1, 5 * PartSize), _random.Next());
            _unfinished.Add((_rig.NewRequest(PartSize), source));
        }

        (StoreRequest request, RandomFile bytes) = _unfinished[0];
        try
        {
            await _rig.StoreAsync(request, bytes.Bytes);
            _unfinished.RemoveAt(0);
            _published.Add(request.File, bytes);
        }
        catch (StorageUnavailableException)
        {
            // The job is parked, and goes on at a later step.
        }

        if (_published.Files.Count > MostFiles)
        {
            await DeleteAsync();
        }
    }

    private async Task GiveUpAsync()
    {
        StoreRequest request = _rig.NewRequest(PartSize);
        await using (StoredFileWriter writer = await _rig.Writers.OpenAsync(request, CancellationToken.None))
        {
            await writer.WriteAsync(new byte[_random.Next(1, 4 * PartSize)], CancellationToken.None);
        }

        await _rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);
    }

    private async Task DeleteAsync()
    {
        if (_published.Files.Count > 0)
        {
            var file = _published.Files.ElementAt(_random.Next(_published.Files.Count));
            await _rig.Ledger.DropPartsAsync(file, 0, CancellationToken.None);
            _published.Remove(file);
        }
    }

    private Task<bool> CheckPoolAsync() => _rig.CheckPoolAsync();

    private Task<ReplicaRound> ReplicateAsync() => _rig.Replicas.RunAsync(CancellationToken.None);

    /// <summary>As a player reads: what cannot be had now is asked for again, from an empty cache.</summary>
    private async Task ReadAsync()
    {
        const int Patience = 30;
        await _rig.RestartAsync();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await _published.ShouldReadBackAsync();
                return;
            }
            catch (PartUnavailableException) when (attempt < Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), _rig.Time);
            }
        }
    }

    /// <summary>Fair weather: what was begun is finished, and after a sweep nothing stands in the channels but what rows name.</summary>
    private async Task CalmDownAsync()
    {
        _steps.Add("calm");
        await _weather.ClearAsync();
        await _rig.RestartAsync();
        _rig.Faults.Forget();
        await _rig.CheckPoolAsync();
        while (_unfinished.Count > 0)
        {
            await StoreAsync();
        }

        await ReplicateAsync();
        await _published.SweepAsync();
        await _published.ShouldBeAllThereIsAsync();
        await _published.ShouldReadBackAsync();
        _rig.Ledger.Intents.ShouldBeEmpty();
        _rig.Ledger.Orphans.ShouldBeEmpty();
    }
}
