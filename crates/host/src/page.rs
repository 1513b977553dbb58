//! Pages: a typed context, a template, a language, and the frame around it.

mod csrf;
mod frame;
mod language;
mod peer;
mod sample;
mod visit;

use serde::Serialize;

pub use frame::FrameOrganisation;
pub use sample::{Sample, samples};
pub use visit::Visit;

pub(crate) use frame::{Frame, own};
pub(crate) use peer::peer;

/// What a template is filled with. Its fields are the template's variables.
///
/// A field `errors` with [`FieldError`](crate::FieldError)s puts "Feil:" first in the title when it is not empty; a
/// field `styles` with addresses adds style sheets. `csrf`, `frame` and `lang` are taken.
pub trait Page: Serialize {
    /// The template's name, `service/file.html`.
    const TEMPLATE: &'static str;

    /// Realistic contexts, one for each face the page has. Tests render all of them in all languages.
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// The text with the templates of the frame, and with the overlay folder of the settings.
pub fn text(settings: &crate::Settings) -> text::Text {
    let text = frame::with_frame(&text::Text::new());
    match &settings.templates {
        Some(folder) => text.overlaid(folder.clone()),
        None => text,
    }
}

pub(crate) use frame::with_frame;
