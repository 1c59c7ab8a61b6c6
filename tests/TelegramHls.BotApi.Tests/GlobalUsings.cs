global using Telegram.Bot;
