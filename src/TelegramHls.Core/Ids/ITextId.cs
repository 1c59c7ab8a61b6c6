namespace TelegramHls.Core.Ids;

/// <summary>An identifier that is kept and shown as text.</summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The text of the identifier: letters and digits of ASCII.</summary>
    string Value { get; }

    /// <summary>Takes <paramref name="value"/> as it is.</summary>
    static abstract TSelf From(string value);
}
