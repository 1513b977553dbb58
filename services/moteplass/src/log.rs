use host::Settings;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Begins to log to the error output, as much and in the form that the settings say.
pub(crate) fn begin(settings: &Settings) -> anyhow::Result<()> {
    // Whoever tries the demonstration is told where to look; a line for each letter would drown that.
    let filter = EnvFilter::try_new(if settings.demo { "warn" } else { &settings.log })?;
    // Below this it writes down what goes over the wire: passwords and letters.
    let filter = filter.add_directive("async_imap=info".parse()?);
    let coloured = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(coloured).with_target(false);
    let registry = tracing_subscriber::registry().with(filter);
    match settings.log_format {
        host::LogFormat::Json => registry.with(lines.json()).try_init()?,
        host::LogFormat::Text => registry.with(lines).try_init()?,
    }
    Ok(())
}
