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

    private GraphBars(IReadOnlyList<Bar> all, int most) => (All, Most) = (all, most.ToString("N0", CultureInfo.InvariantCulture));

    public IReadOnlyList<Bar> All { get; }

    /// <summary>What the line at <see cref="Top"/> stands for.</summary>
    public string Most { get; }

    public static GraphBars Of(IReadOnlyList<JobSum> sums, bool isByDay)
    {
        int most = Math.Max(1, sums.Count == 0 ? 1 : sums.Max(sum => sum.Succeeded + sum.Failed));
        double slot = (double)Width / Math.Max(1, sums.Count);
        return new GraphBars([.. sums.Select((sum, place) => new Bar(sum, place * slot, slot, most, isByDay))], most);
    }

    /// <summary><c>21 Nov 14:00</c>, or <c>Sat 21 Nov</c>.</summary>
    public static string LabelOf(DateTimeOffset at, bool isByDay) =>
        at.ToString(isByDay ? "ddd d MMM" : "d MMM HH:00", CultureInfo.InvariantCulture);

    internal sealed class Bar(JobSum sum, double x, double slot, int most, bool isByDay)
    {
        public int Done => sum.Succeeded;

        public int Failed => sum.Failed;

        public string X => Number(x);

        public string Slot => Number(slot);

        public string BarX => Number(x + (slot * (1 - Share) / 2));

        // The first and the last name would be cut off in the middle of their bars.
        public string NameX => Number(isByDay ? x + (slot / 2) : IsLast ? x + slot : x);

        public string NameAnchor => isByDay ? "middle" : IsLast ? "end" : "start";

        public string Width => Number(slot * Share);

        public string DoneHeight => Number(HeightOf(Done));

        public string DoneY => Number(GraphBars.Height - HeightOf(Done));

        public string FailedHeight => Number(HeightOf(Failed));

        public string FailedY => Number(GraphBars.Height - HeightOf(Done) - HeightOf(Failed));

        public string Label => LabelOf(sum.At, isByDay);

        public string Short => sum.At.ToString(isByDay ? "ddd" : "HH:00", CultureInfo.InvariantCulture);

        public bool IsNamed => isByDay || sum.At.Hour % NamedHours == 0;

        private bool IsLast => x + (2 * slot) > GraphBars.Width;

        private double HeightOf(int count) => count == 0 ? 0 : Math.Max(Least, count * (double)(GraphBars.Height - Top) / most);

        private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
