using System.Collections.Frozen;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Jobs.Running;

/// <summary>The pipelines of the host by name.</summary>
internal sealed class PipelineSet(IEnumerable<IJobPipeline> pipelines)
{
    private readonly FrozenDictionary<string, IJobPipeline> _byName =
        pipelines.ToFrozenDictionary(pipeline => pipeline.Name, StringComparer.Ordinal);

    public IJobPipeline? Find(string name) => _byName.GetValueOrDefault(name);
}
