use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{Locale, locale};
use proto::Language;

/// The locale whose habits are followed; plain `en` would be American.
pub(crate) fn locale_of(language: Language) -> Locale {
    match language {
        Language::Nn => locale!("nn-NO"),
        Language::Nb => locale!("nb-NO"),
        Language::Sv => locale!("sv-SE"),
        Language::En => locale!("en-GB"),
    }
}

/// Digits as the language writes them; text that is not a number stays as it is.
pub(crate) fn number(language: Language, digits: &str) -> String {
    let formatter = DecimalFormatter::try_new(locale_of(language).into(), Default::default());
    match (formatter, digits.parse::<Decimal>()) {
        (Ok(formatter), Ok(number)) => formatter.format_to_string(&number),
        _ => digits.to_owned(),
    }
}
