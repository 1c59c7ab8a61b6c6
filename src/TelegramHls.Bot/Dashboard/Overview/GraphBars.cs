using System.Globalization;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary>Bars of a graph in the units of its picture: what failed stands on what was done.</summary>
internal sealed class GraphBars
{
    public const int Width = 480;
    public const int Height = 120;

    /// <summary>Where the longest bar ends.</summary>
    public const int Top = 16;

    // A single job is to be seen beside a thousand.
    private const double Least = 3;
    private const double Share = 0.72;
    private const int NamedHours = 6;
    private const int NamedMinutes = 15;

    private GraphBars(IReadOnlyList<Bar> all, int most) => (All, Most) = (all, most.ToString("N0", CultureInfo.InvariantCulture));

    public IReadOnlyList<Bar> All { get; }

    /// <summary>What the line at <see cref="Top"/> stands for.</summary>
    public string Most { get; }

    public static GraphBars Of(IReadOnlyList<JobSum> sums, GraphSpan span)
    {
        int most = Math.Max(1, sums.Count == 0 ? 1 : sums.Max(sum => sum.Succeeded + sum.Failed));
        double slot = (double)Width / Math.Max(1, sums.Count);
        return new GraphBars([.. sums.Select((sum, place) => new Bar(sum, place * slot, slot, most, span))], most);
    }

    /// <summary><c>14:03</c>, <c>21 Nov 14:00</c>, or <c>Sat 21 Nov</c>.</summary>
    public static string LabelOf(DateTimeOffset at, GraphSpan span) =>
        at.ToString(span switch { GraphSpan.Day => "ddd d MMM", GraphSpan.Hour => "d MMM HH:00", _ => "HH:mm" }, CultureInfo.InvariantCulture);

    internal sealed class Bar(JobSum sum, double x, double slot, int most, GraphSpan span)
    {
        public int Done => sum.Succeeded;

        public int Failed => sum.Failed;

        public string X => Number(x);

        public string Slot => Number(slot);

        public string BarX => Number(x + (slot * (1 - Share) / 2));

        // The first and the last name would be cut off in the middle of their bars.
        public string NameX => Number(IsDay ? x + (slot / 2) : IsLast ? x + slot : x);

        public string NameAnchor => IsDay ? "middle" : IsLast ? "end" : "start";

        public string Width => Number(slot * Share);

        public string DoneHeight => Number(HeightOf(Done));

        public string DoneY => Number(GraphBars.Height - HeightOf(Done));

        public string FailedHeight => Number(HeightOf(Failed));

        public string FailedY => Number(GraphBars.Height - HeightOf(Done) - HeightOf(Failed));

        public string Label => LabelOf(sum.At, span);

        public string Short => sum.At.ToString(IsDay ? "ddd" : "HH:mm", CultureInfo.InvariantCulture);

        public bool IsNamed => span switch
        {
            GraphSpan.Day => true,
            GraphSpan.Hour => sum.At.Hour % NamedHours == 0,
            _ => sum.At.Minute % NamedMinutes == 0,
        };

        private bool IsDay => span == GraphSpan.Day;

        private bool IsLast => x + (2 * slot) > GraphBars.Width;

        private double HeightOf(int count) => count == 0 ? 0 : Math.Max(Least, count * (double)(GraphBars.Height - Top) / most);

        private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
