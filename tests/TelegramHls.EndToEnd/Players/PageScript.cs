using System.Text.Json;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>What is done in a browser's page, and what it says.</summary>
internal static class PageScript
{
    /// <summary>A function of (link, seconds): the film of the page, or of the link when there is one, as JSON.</summary>
    public const string Seek = "async (link, seconds) => {" + ClockFilms.Script + """
          const find = root => root.querySelector('video')
            ?? [...root.querySelectorAll('*')].map(node => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
          const until = async (condition, words) => {
            for (let i = 0; !condition(); i++) {
              if (i > 600) throw new Error('not ' + words + ' after 30 s');
              await new Promise(done => setTimeout(done, 50));
            }
          };
          let video = find(document);
          if (link) {
            video = document.createElement('video');
            video.crossOrigin = 'anonymous';
            document.body.append(video);
            video.src = link;
          }
          await until(() => (video ??= find(document)) && (video.readyState >= 2 || video.error), 'loaded');
          if (video.error) throw new Error(video.error.message);
          video.muted = true;
          await video.play();
          await until(() => video.currentTime > 0.2, 'playing');
          video.currentTime = seconds;
          await until(() => !video.seeking && video.currentTime > seconds + 0.2, 'playing on');
          return await new Promise(done => video.requestVideoFrameCallback((_, shown) => done(JSON.stringify({
            picture: number(video), time: shown.mediaTime, duration: video.duration, width: video.videoWidth, height: video.videoHeight,
          }))));
        }
        """;

    public static Sight Read(string answer)
    {
        JsonElement seen = JsonSerializer.Deserialize<JsonElement>(answer);
        return new Sight(
            seen.GetProperty("picture").GetInt32(), seen.GetProperty("time").GetDouble(), seen.GetProperty("duration").GetDouble(),
            seen.GetProperty("width").GetInt32(), seen.GetProperty("height").GetInt32(), null);
    }
}
