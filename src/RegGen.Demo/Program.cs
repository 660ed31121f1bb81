using RegGen.Demo;

// The main job: a small user-mode driver over two generated devices, on whichever ports were asked for.
return CommandLine.Invoke(args, options =>
{
    var screen = new Screen(options.Quiet);
    try
    {
        Session.Run(options, screen);
        return ExitCodes.Success;
    }
    catch (Exception e) when (ExitCodes.Of(e) is { } code)
    {
        Screen.Error(e.Message);
        return code;
    }
});
