using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Reuse;

/// <summary>The files that a file names itself: whether they are there, of the right kind, and sound. What is wrong in them is said there.</summary>
sealed class UsedFiles(SourceFiles files, Reporter reporter)
{
    readonly List<LibraryModel> _libraries = [];
    readonly List<(FileUse Use, HashSet<string> Reached)> _sound = [];

    /// <summary>The libraries that are used, also by what is extended.</summary>
    public IReadOnlyList<LibraryModel> Libraries => _libraries;

    /// <summary>Whether all of them can be used.</summary>
    public bool AreSound()
    {
        FileUse[] uses = files.Main.Root is { } root ? [.. FileUse.All(root)] : [];
        return uses.Select(IsSound).ToArray().All(sound => sound) && uses.Length == _sound.Count;
    }

    /// <summary>
    /// What is found in other files stands at the place that brought it here: those files are sound by themselves, so it comes of using
    /// them together. Remarks are theirs alone.
    /// </summary>
    public IEnumerable<Finding> AtHome(IEnumerable<Finding> findings) => findings.SelectMany(finding =>
        finding.File == files.Main.Path ? [finding] : finding.IsError ? [AtUse(finding)] : Array.Empty<Finding>());

    Finding AtUse(Finding finding)
    {
        FileUse? use = _sound.FirstOrDefault(each => each.Reached.Contains(finding.File)).Use;
        return new Finding(
            ReuseRules.OnlyInVariant,
            files.Main.Path,
            files.Main.Inside(use?.File.Span ?? Span.Start),
            $"As it is used here, {FilePaths.FileName(finding.File)} has an error in line {finding.Span.Line}: {finding.What}")
        {
            Related = finding.Related.Prepend(new Related(finding.File, finding.Span, "It stands here.")).ToEquatable(),
        };
    }

    bool IsSound(FileUse use)
    {
        string path = FilePaths.Beside(files.Main.Path, use.File.Text);
        if (files.Find(path) is not { } file)
        {
            string nearest = files.Missing.FirstOrDefault(missing => missing.Path == path)?.Nearest ?? "";
            string hint = nearest.Length > 0 ? $"; did you mean '{FilePaths.Relative(files.Main.Path, nearest)}'?" : ".";
            return Lost(ReuseRules.MissingFile, use, $"There is no file '{use.File.Text}'{hint}");
        }

        SourceFiles around = files.From(file);
        if (file == files.Main || around.Others.Contains(files.Main))
        {
            return Lost(ReuseRules.Cycle, use, file == files.Main
                ? $"{use.File.Text} is this file itself."
                : $"{use.File.Text} uses this file again{(file.Uses.Contains(FilePaths.Normal(files.Main.Path)) ? "" : " through other files")}.");
        }

        if (file.Root is not null && file.IsLibrary == use.Extends)
        {
            return Lost(ReuseRules.WrongFile, use, file.IsLibrary
                ? $"{use.File.Text} is a library; 'extends' takes a device."
                : $"{use.File.Text} is no library; 'use' takes libraries.");
        }

        Description description = DeviceCompiler.Parse(around);
        if (description.HasErrors)
        {
            Finding first = description.Findings.First(finding => finding.IsError);
            return Lost(
                ReuseRules.UnsoundFile, use, $"{use.File.Text} has an error in line {first.Span.Line}.", new Related(first.File, first.Span, first.What));
        }

        _sound.Add((use, new(around.Others.Concat([file]).Select(each => each.Path), StringComparer.Ordinal)));
        foreach (LibraryModel library in description.Libraries.Where(library => !_libraries.Contains(library)))
        {
            Add(use, library);
        }

        return true;
    }

    void Add(FileUse use, LibraryModel library)
    {
        foreach (EnumModel shared in library.Enums)
        {
            if (_libraries.FirstOrDefault(other => other.Enums.Any(each => each.Name == shared.Name)) is { } first)
            {
                Lost(ReuseRules.TwoLibraries, use, $"The enum {shared.Name} of {library.FileName} stands in {first.FileName} too, which is used as well.");
            }
        }

        _libraries.Add(library);
    }

    bool Lost(Rule rule, FileUse use, string what, params Related[] related)
    {
        reporter.Report(rule, use.File, what, related);
        return false;
    }
}
