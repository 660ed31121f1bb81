using System.Text.Json;

namespace RegGen.Recording;

/// <summary>Reads the lines of a recording.</summary>
sealed class RecordingReader(string file, TextReader reader)
{
    const string NotOurs = "It is not a recording of RegGen.", Again = "Record the session again, or take an undamaged copy.";

    int _line;

    public PortRecording Read()
    {
        RecordingHeader header = ReadHeader();
        List<RecordedAccess> accesses = [];
        while (Next() is { } text)
        {
            if (ParseLine(text) is not { } line)
            {
                return new(file, header, accesses, IsComplete: false);
            }

            if (line.ValueKind == JsonValueKind.Object && line.TryGetProperty("end", out _))
            {
                ReadEnd(line, accesses.Count);
                return new(file, header, accesses, IsComplete: true);
            }

            accesses.Add(Understand(line, RecordedAccess.Of));
        }

        return new(file, header, accesses, IsComplete: false);
    }

    RecordingHeader ReadHeader()
    {
        if (Next() is not { } text)
        {
            throw Wrong("The file is empty.", "Record the session first, with bus.Record.");
        }

        JsonElement line;
        try
        {
            line = Parse(text);
        }
        catch (JsonException error)
        {
            throw Wrong($"{NotOurs} Its first line is no JSON.", "Name a file that bus.Record wrote.", error);
        }

        return Understand(line, RecordingHeader.Of) ?? throw Wrong($"{NotOurs} Its first line has no \"reggen\":\"recording\".", "Name a file that bus.Record wrote.");
    }

    void ReadEnd(JsonElement line, int accesses)
    {
        int told = Understand(line, end => end.Int32("accesses"));
        if (told != accesses)
        {
            throw Wrong($"The recording had {told} accesses, and {accesses} are there: lines are missing or were added.", Again);
        }

        if (Next() is not null)
        {
            throw Wrong("Something stands behind the end of the recording.", "A file holds one recording; take the second one out.");
        }
    }

    // The last line of a file may be one that was not written to its end; any other is damaged.
    JsonElement? ParseLine(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException error)
        {
            int damaged = _line;
            return Next() is null ? null : throw new RecordingException(file, damaged, $"The line is no JSON: {Told(error)}", Again, error);
        }
    }

    T Understand<T>(JsonElement line, Func<JsonElement, T> understand)
    {
        try
        {
            return understand(line);
        }
        catch (FormatException error)
        {
            throw Wrong(error.Message, Again, error);
        }
    }

    string? Next()
    {
        _line++;
        return reader.ReadLine();
    }

    RecordingException Wrong(string cause, string remedy, Exception? inner = null) => new(file, _line, cause, remedy, inner);

    static JsonElement Parse(string text) => JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;

    // The position behind it is that in one line of the file.
    static string Told(JsonException error) => error.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
