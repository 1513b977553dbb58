use super::{Page, with_frame};
use crate::testing::framed;
use proto::Language;
use text::Text;

/// A page filled with a sample, to be looked at or tested without a server.
#[derive(Clone, Debug)]
pub struct Sample {
    pub template: &'static str,
    /// Unique among all samples and fit for a file: `registration-form-2`.
    pub name: String,
    pub context: serde_json::Value,
}

impl Sample {
    /// The page or letter as somebody who reads this language would see it.
    pub fn render(&self, text: &Text, language: Language) -> Result<String, text::Error> {
        with_frame(text).render(self.template, language, &framed(&self.context))
    }
}

/// The samples of one page.
pub fn samples<P: Page>() -> Vec<Sample> {
    let stem = P::TEMPLATE.rsplit_once('.').map_or(P::TEMPLATE, |(stem, _)| stem).replace('/', "-");
    let contexts = P::samples().into_iter().map(|page| {
        // A page that cannot become JSON shows itself as one without variables, which no template takes.
        serde_json::to_value(page).unwrap_or_default()
    });
    contexts
        .enumerate()
        .map(|(n, context)| Sample { template: P::TEMPLATE, name: format!("{stem}-{}", n + 1), context })
        .collect()
}
