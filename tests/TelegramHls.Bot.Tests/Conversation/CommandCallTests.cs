using Telegram.Bot.Types;
using TelegramHls.Bot.Conversation.Commands;

namespace TelegramHls.Bot.Tests.Conversation;

public sealed class CommandCallTests
{
    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/START abc", "start", "abc")]
    [InlineData("/delete@my_bot  Ab12 ", "delete", "Ab12")]
    [InlineData("/list\n2", "list", "2")]
    public void Read_ACommand_SplitsNameAndArgument(string text, string name, string argument)
    {
        CommandCall call = Read(text).ShouldNotBeNull();

        (call.Name, call.Argument).ShouldBe((name, argument));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("/")]
    [InlineData("/ start")]
    [InlineData("/list@other_bot")]
    [InlineData(null)]
    public void Read_AnythingElse_IsNoCommand(string? text) => Read(text).ShouldBeNull();

    private static CommandCall? Read(string? text) => CommandCall.Read(
        new Message { Text = text, From = new User { Id = 1 }, Chat = new Chat { Id = 1 } }, "my_bot");
}
