//! Where templates come from, and one minijinja environment for each language.

use crate::functions;
use crate::words::Words;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, TemplateSource, UndefinedBehavior, Value};
use proto::Language;
use rust_embed::EmbeddedFile;
use serde::Serialize;
use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use std::{fmt, fs, io};

/// What one page may cost: a list of five thousand rows takes about a tenth of it, an endless loop ends within a second.
const FUEL: u64 = 5_000_000;

/// The templates of one service.
#[derive(Clone, Copy)]
pub(crate) struct Source {
    pub(crate) service: &'static str,
    pub(crate) get: fn(&str) -> Option<EmbeddedFile>,
}

pub(crate) struct Templates {
    pub(crate) sources: Vec<Source>,
    pub(crate) overlay: Option<PathBuf>,
    /// In the order of `Language::ALL`. Each knows its language, so macros need not be handed it.
    environments: [Environment<'static>; 4],
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let services: Vec<_> = self.sources.iter().map(|source| source.service).collect();
        f.debug_struct("Templates").field("services", &services).field("overlay", &self.overlay).finish_non_exhaustive()
    }
}

impl Templates {
    pub(crate) fn new(words: &Arc<Words>, sources: Vec<Source>, overlay: Option<PathBuf>) -> Self {
        let environments = Language::ALL.map(|language| environment(words, language, &sources, overlay.as_deref()));
        Self { sources, overlay, environments }
    }

    pub(crate) fn render<C: Serialize>(
        &self,
        template: &str,
        language: Language,
        context: &C,
    ) -> Result<String, minijinja::Error> {
        self.environments[language as usize].get_template(template)?.render(Serde(context))
    }
}

fn environment(
    words: &Arc<Words>,
    language: Language,
    sources: &[Source],
    overlay: Option<&Path>,
) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        // A line that only holds a tag leaves no blank line in a letter.
        environment.set_syntax(syntax);
    }
    // Debug information in an error quotes variables, and they hold personal data.
    environment.set_debug(false);
    environment.set_auto_escape_callback(|name| match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("html" | "xml") => AutoEscape::Html,
        _ => AutoEscape::None,
    });
    environment.set_formatter(write);
    let (sources, overlay) = (sources.to_vec(), overlay.map(Path::to_owned));
    environment.set_loader(move |name| load(name, &sources, overlay.as_deref()));
    environment.add_global("lang", language.code());
    functions::add(&mut environment, language, words);
    environment
}

/// Writes a value. `none` is an error, since nobody wants to read it; slashes stay, so that addresses are readable.
fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    if value.is_none() {
        return Err(minijinja::Error::new(ErrorKind::UndefinedError, "the value is none: ask for it with `if` first"));
    }
    match value.as_str() {
        Some(text) if matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe() => {
            Ok(out.write_str(&escaped(text))?)
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// Text as HTML shows it, within elements and quoted attributes.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    Cow::Owned(html)
}

fn load(name: &str, sources: &[Source], overlay: Option<&Path>) -> Result<Option<TemplateSource>, minijinja::Error> {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) && !name.contains('\\');
    if !plain {
        return Err(minijinja::Error::new(ErrorKind::InvalidOperation, "a template's name stays below its folder"));
    }
    let Some(folder) = overlay else { return Ok(embedded(name, sources).map(TemplateSource::new)) };
    let path = folder.join(name);
    let read = changed(&path);
    let source = match fs::read_to_string(&path) {
        Ok(source) => Some(source),
        Err(error) if error.kind() == io::ErrorKind::NotFound => embedded(name, sources),
        Err(error) => {
            return Err(minijinja::Error::new(ErrorKind::InvalidOperation, "cannot read the overlaid template")
                .with_source(error));
        }
    };
    // A changed, new or removed file in the folder is used at once.
    Ok(source.map(|source| TemplateSource::new(source).with_uptodate_check(move || changed(&path) == read)))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

fn embedded(name: &str, sources: &[Source]) -> Option<String> {
    let (service, file) = name.split_once('/')?;
    let source = sources.iter().find(|source| source.service == service)?;
    let file = (source.get)(file)?;
    String::from_utf8(file.data.into_owned()).ok()
}
