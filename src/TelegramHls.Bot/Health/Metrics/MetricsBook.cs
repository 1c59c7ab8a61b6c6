using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>Adds up what the instruments of the program and of its runtime report, from the program's start on.</summary>
internal sealed class MetricsBook : IHostedService, IDisposable
{
    private static readonly string[] Others =
        [MachineGauges.ProcessMeter, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, Series> _series = new();
    private readonly StorageGauges _storage;
    private readonly WorkGauges _work;
    private readonly ViewerGauges _viewers;
    private readonly MachineGauges _machine;

    public MetricsBook(StorageGauges storage, WorkGauges work, ViewerGauges viewers, MachineGauges machine)
    {
        (_storage, _work, _viewers, _machine) = (storage, work, viewers, machine);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsWanted(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument, _series.GetOrAdd(instrument, one => new Series(one)));
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((Series)state!).Take(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => ((Series)state!).Take(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((Series)state!).Take(value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _storage.Create();
        _work.Create();
        _viewers.Create();
        _machine.Create();
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Everything in Prometheus' text format 0.0.4.</summary>
    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        await _work.LookAsync(cancellationToken);
        foreach (Series series in _series.Values)
        {
            series.BeginLook();
        }

        _listener.RecordObservableInstruments();
        var text = new PrometheusText();
        foreach (Series series in _series.Values.OrderBy(series => series.Instrument.Name, StringComparer.Ordinal))
        {
            text.Add(series);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsWanted(string meter) =>
        meter.StartsWith("TelegramHls.", StringComparison.Ordinal) || Others.Contains(meter);
}
