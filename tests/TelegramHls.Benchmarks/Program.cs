using TelegramHls.Benchmarks;
using TelegramHls.Benchmarks.Measuring;

if (args is ["serve-file", var path])
{
    return await FileServer.ServeAsync(path);
}

IBenchmark[] all =
[
    new CutBenchmark(), new PackageBenchmark(), new HeaderBenchmark(), new IngestBenchmark(), new DropBenchmark(), new PoolBenchmark(),
    new StreamBenchmark(), new ServedBenchmark(), new ViewerBenchmark(), new LinkBenchmark(), new MemoryBenchmark(),
    new JobsBenchmark(), new QueueBenchmark(),
];
BenchOrder? order = BenchOrder.Read(args, all);
if (order is null)
{
    await Console.Error.WriteLineAsync($"usage: [{string.Join('|', all.Select(benchmark => benchmark.Name))}]... [--json FILE]");
    return 2;
}

using var films = new BenchFilms();
var report = new Report(Console.Out, await Machine.LookAsync());
foreach (IBenchmark benchmark in order.Chosen)
{
    report.Begin(benchmark);
    await benchmark.RunAsync(films, report);
}

report.End();
if (order.Json is { } json)
{
    await report.SaveAsync(json);
}

return 0;
