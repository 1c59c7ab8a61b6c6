using TelegramHls.Sandbox.Calls;

namespace TelegramHls.Sandbox.Methods;

/// <summary>All methods by name, in any case.</summary>
internal sealed class MethodTable
{
    private readonly Dictionary<string, WaitingMethod> _methods = new(StringComparer.OrdinalIgnoreCase);

    public MethodTable()
    {
        AccountMethods.AddTo(this);
        ChatMethods.AddTo(this);
        MessageMethods.AddTo(this);
        MediaMethods.AddTo(this);
        AlbumMethods.AddTo(this);
        CopyMethods.AddTo(this);
        EditMethods.AddTo(this);
        DeleteMethods.AddTo(this);
        UpdateMethods.AddTo(this);
        FileMethods.AddTo(this);
    }

    public WaitingMethod? Find(string name) => _methods.GetValueOrDefault(name);

    public void Add(string name, Method method) =>
        Add(name, (call, _) => Task.FromResult(call.World.Change(change => method(call, change))));

    public void Add(string name, WaitingMethod method) => _methods.Add(name, method);
}
