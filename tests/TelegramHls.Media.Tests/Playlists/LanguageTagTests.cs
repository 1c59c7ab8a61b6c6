using TelegramHls.Media.Playlists;

namespace TelegramHls.Media.Tests.Playlists;

public sealed class LanguageTagTests
{
    [Theory]
    // RFC 5646, 2.2.1: the shortest code that there is.
    [InlineData("eng", "en", "English")]
    [InlineData("ger", "de", "German")]
    [InlineData("deu", "de", "German")]
    [InlineData("cat", "ca", "Catalan")]
    [InlineData("ice", "is", "Icelandic")]
    [InlineData("nob", "nb", "Norwegian")]
    [InlineData("tgl", "tl", "tl")]
    [InlineData("fil", "fil", "fil")]
    [InlineData("mul", "mul", "mul")]
    [InlineData("pt-BR", "pt-BR", "Portuguese")]
    [InlineData("por_BR", "pt-BR", "Portuguese")]
    [InlineData("ENG", "en", "English")]
    [InlineData("English", "english", "english")]
    // ISO 639-2: undetermined.
    [InlineData("und", null, null)]
    [InlineData("x", null, null)]
    [InlineData("e\"n", null, null)]
    [InlineData(null, null, null)]
    public void Of_WhatAFileSays_IsATagOrNothing(string? said, string? tag, string? name) =>
        (LanguageTag.Of(said), LanguageTag.NameOf(said)).ShouldBe((tag, name));
}
