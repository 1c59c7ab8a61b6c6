using Xunit.Abstractions;
using Xunit.Sdk;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>A fact of the contract: shown as skipped for the live server where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TelegramHls.Storage.Tests.Transport.Contract.ContractFactDiscoverer", "TelegramHls.Storage.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>Makes the test cases of <see cref="ContractFactAttribute"/>.</summary>
public sealed class ContractFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new ContractTestCase(messages, testMethod)];
}

/// <summary>One fact at one place.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    [Obsolete("For the framework, which fills it in afterwards.")]
    public ContractTestCase()
    {
    }

    public ContractTestCase(IMessageSink messages, ITestMethod method)
        : base(messages, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.Name == typeof(LiveContractTests).FullName ? LiveServer.Missing! : base.GetSkipReason(factAttribute);
}
