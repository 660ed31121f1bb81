using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what keeps writes from doing harm, or from being lost.</summary>
static class GuardBinder
{
    /// <summary><c>danger: dma</c>, or a text that says what can happen.</summary>
    public static DangerModel? Danger(MapReader map) => map.Text("danger") switch
    {
        "" => null,
        "dma" => DangerModel.Dma,
        { } text => new(text, ReachesMemory: false),
    };
}
