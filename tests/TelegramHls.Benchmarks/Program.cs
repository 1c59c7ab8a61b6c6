await Console.Out.WriteLineAsync("No benchmark yet.");
