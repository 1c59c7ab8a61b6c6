using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Tests.Dashboard;

public sealed class ListAddressTests
{
    [Theory]
    [InlineData("/jobs/list")]
    [InlineData("/jobs/list?state=scheduled&q=a%20%26%20b&user=7&step=store&bot=12&from=2026-01-02&to=2026-03-04&sort=title&size=10&page=3")]
    public void ToString_OfWhatWasRead_IsTheSameAddress(string address) => Read(address).ToString().ShouldBe(address);

    [Fact]
    public void Read_ADay_MeansAllOfIt()
    {
        JobFilter filter = Read("/jobs/list?from=2026-03-04&to=2026-03-04&state=scheduled").Filter;

        filter.From.ShouldBe(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero));
        filter.To.ShouldBe(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        filter.State.ShouldBe(JobState.Parked);
    }

    [Theory]
    [InlineData("page=0&size=-1")]
    [InlineData("page=x&size=99999999999&state=parked&bot=me&from=31.12.2026&to=9999-12-31&sort=7&q=%20")]
    public void Read_Nonsense_CountsAsNotSaid(string query)
    {
        ListAddress read = Read($"/jobs/list?{query}");

        read.ShouldBe(new ListAddress(new JobFilter()));
    }

    [Fact]
    public void Read_MoreThanAPageHolds_IsTheMost() => Read("/jobs/list?size=5000").Size.ShouldBe(1000);

    private static ListAddress Read(string address) => ListAddress.Read(new QueryCollection(
        QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : string.Empty)));
}
