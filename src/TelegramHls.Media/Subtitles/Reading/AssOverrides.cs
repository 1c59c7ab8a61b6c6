using System.Globalization;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Takes from the commands of ASS (<c>{\i1\an8}</c>) what WebVTT can say; the rest is left out.</summary>
internal static class AssOverrides
{
    /// <summary>Applies the commands between two braces. Returns whether drawing is on after them, null when they say nothing of it.</summary>
    /// <param name="commands">Without the braces.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="plain">The style of the line, to which <c>\r</c> and commands without a number lead back.</param>
    public static bool? Apply(string commands, CueMarkup cue, AssStyle plain)
    {
        bool? isDrawing = null;
        foreach (string command in commands.Split('\\', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            (string name, int? number) = Split(command);
            switch (name)
            {
                case "i":
                    cue.Set('i', number is null ? plain.IsItalic : number > 0);
                    break;
                case "b":
                    cue.Set('b', number is null ? plain.IsBold : number is 1 or >= 600);
                    break;
                case "u":
                    cue.Set('u', number is null ? plain.IsUnderlined : number > 0);
                    break;
                case "an" when number is { } place:
                    cue.Place ??= FromKeypad(place);
                    break;
                case "a" when number is { } place:
                    cue.Place ??= FromOldStyle(place);
                    break;
                case "p" when number is { } scale:
                    isDrawing = scale > 0;
                    break;
                case "r" when number is null:
                    plain.ApplyTo(cue);
                    break;
            }
        }

        return isDrawing;
    }

    /// <summary>Of ASS: as the digits of a keypad lie.</summary>
    public static CuePlace FromKeypad(int place) =>
        place is >= 7 and <= 9 ? CuePlace.Top : place is >= 4 and <= 6 ? CuePlace.Middle : CuePlace.Bottom;

    /// <summary>Of SSA: 4 more means at the top, 8 more in the middle.</summary>
    public static CuePlace FromOldStyle(int place) =>
        place is >= 5 and <= 7 ? CuePlace.Top : place is >= 9 and <= 11 ? CuePlace.Middle : CuePlace.Bottom;

    // "bord2" is another command than "b2", and "pos(1,2)" than "p1".
    private static (string Name, int? Number) Split(string command)
    {
        int letters = command.AsSpan().IndexOfAnyExceptInRange('a', 'z');
        return letters < 0 ? (command, null)
            : int.TryParse(command.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? (command[..letters], number)
            : (string.Empty, null);
    }
}
