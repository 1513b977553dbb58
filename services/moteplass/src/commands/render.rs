use crate::print::line;
use anyhow::Context;
use host::Sample;
use proto::Language;
use std::path::Path;
use text::Text;

/// Writes every page and every letter, every sample, in every language: `nn/registration-form-1.html` and so on; some
/// letters also whole, as they are sent.
pub fn run(text: &Text, to: &Path) -> anyhow::Result<()> {
    let text = every_template(text);
    let mut written = 0;
    for language in Language::ALL {
        let folder = to.join(language.code());
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for sample in pages() {
            let page = sample
                .render(&text, language)
                .with_context(|| format!("{} ({}) in {language}", sample.template, sample.name))?;
            let file = if sample.name.contains('.') { sample.name } else { format!("{}.html", sample.name) };
            std::fs::write(folder.join(file), page)?;
            written += 1;
        }
        for letter in mail::sample_letters(&text, language)? {
            std::fs::write(folder.join(format!("{}.eml", letter.name)), letter.bytes)?;
            written += 1;
        }
    }
    line(format_args!("{written} pages and letters in {}", to.display()));
    Ok(())
}

/// The templates of all services in one.
pub fn every_template(text: &Text) -> Text {
    let text = registration::templates(&portal::templates(&operation::templates(text)));
    mail::templates(&gathering::templates(&webinar::templates(&conference::templates(&text))))
}

/// Every sample of every page and letter.
pub fn pages() -> Vec<Sample> {
    let gatherings = gathering::pages();
    [portal::pages(), registration::pages(), conference::pages(), webinar::pages(), mail::pages(), mail::letters()]
        .into_iter()
        .flatten()
        .chain(gatherings)
        .chain(operation::pages())
        .chain(drafting::pages())
        .collect()
}
