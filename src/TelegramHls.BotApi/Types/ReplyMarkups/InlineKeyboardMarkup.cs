namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Buttons below a message.</summary>
public class InlineKeyboardMarkup : ReplyMarkup
{
    /// <summary>No buttons: takes away those of a message that is edited.</summary>
    public InlineKeyboardMarkup()
    {
    }

    /// <summary>Rows of buttons.</summary>
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) =>
        InlineKeyboard = inlineKeyboard;

    /// <summary>One row.</summary>
    public InlineKeyboardMarkup(IEnumerable<InlineKeyboardButton> inlineKeyboardRow) =>
        InlineKeyboard = new List<List<InlineKeyboardButton>> { inlineKeyboardRow.ToList() };

    /// <summary>One row.</summary>
    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow)
        : this((IEnumerable<InlineKeyboardButton>)inlineKeyboardRow)
    {
    }

    /// <summary>One button.</summary>
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton)
        : this([inlineKeyboardButton])
    {
    }

    /// <summary>Rows of buttons.</summary>
    public IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; } =
        new List<List<InlineKeyboardButton>>();

    private List<List<InlineKeyboardButton>> Rows => InlineKeyboard as List<List<InlineKeyboardButton>>
        ?? throw new InvalidOperationException("Only a keyboard of lists of buttons can grow");

    /// <summary>No buttons.</summary>
    public static InlineKeyboardMarkup Empty() => new();

    /// <summary>Adds a button to the last row.</summary>
    public InlineKeyboardMarkup AddButton(InlineKeyboardButton button) => AddButtons(button);

    /// <summary>Adds a button with data to the last row.</summary>
    public InlineKeyboardMarkup AddButton(string text, string callbackData) =>
        AddButtons(InlineKeyboardButton.WithCallbackData(text, callbackData));

    /// <summary>Adds buttons to the last row.</summary>
    public InlineKeyboardMarkup AddButtons(params InlineKeyboardButton[] buttons)
    {
        if (Rows.Count == 0)
            Rows.Add([]);
        Rows[^1].AddRange(buttons);
        return this;
    }

    /// <summary>Begins a new row with these buttons.</summary>
    public InlineKeyboardMarkup AddNewRow(params InlineKeyboardButton[] buttons)
    {
        Rows.Add([.. buttons]);
        return this;
    }

    /// <summary>One button.</summary>
    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton? button) =>
        button is null ? null : new(button);

    /// <summary>One row.</summary>
    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton[]? buttons) =>
        buttons is null ? null : new(buttons);
}
