//! What templates can call. Each environment has one language, known here and not handed around.

use crate::templates::escaped;
use crate::words::{Arg, Words};
use crate::{dates, numbers};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use minijinja::value::{Kwargs, Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};
use proto::{Language, Localised};
use std::sync::Arc;

pub(crate) fn add(environment: &mut Environment<'static>, language: Language, words: &Arc<Words>) {
    let says = words.clone();
    environment.add_function("t", move |key: String, args: Kwargs| t(&says, language, &key, &args));
    let says = words.clone();
    environment.add_function("when", move |starts: String, ends: String, zone: String| {
        Ok::<_, Error>(dates::when(&says, language, instant(&starts)?, instant(&ends)?, known(&zone)?))
    });
    let says = words.clone();
    environment.add_function("dates", move |starts: String, ends: String, zone: String| {
        Ok::<_, Error>(dates::dates(&says, language, instant(&starts)?, instant(&ends)?, known(&zone)?))
    });
    environment.add_function("date", move |at: String, zone: String, options: Kwargs| {
        let weekday = options.get::<Option<bool>>("weekday")?.unwrap_or(true);
        options.assert_all_used()?;
        let write = if weekday { dates::date } else { dates::plain_date };
        Ok::<_, Error>(write(language, instant(&at)?, known(&zone)?))
    });
    let says = words.clone();
    environment.add_function("time", move |at: String, zone: String| {
        Ok::<_, Error>(dates::time(&says, language, instant(&at)?, known(&zone)?))
    });
    let says = words.clone();
    environment.add_function("hours", move |starts: String, ends: String, zone: String| {
        Ok::<_, Error>(dates::hours(&says, language, instant(&starts)?, instant(&ends)?, known(&zone)?))
    });
    let says = words.clone();
    environment.add_function("moment", move |at: String, zone: String| {
        Ok::<_, Error>(dates::moment(&says, language, instant(&at)?, known(&zone)?))
    });
    environment.add_function("number", move |number: i64| numbers::number(language, &number.to_string()));
    environment.add_function("localised", move |texts: Serde<Localised>| texts.get(language).to_owned());
    environment
        .add_function("lang_of", move |texts: Serde<Localised>| texts.language(language).unwrap_or(language).code());
    environment.add_filter("paragraphs", paragraphs);
}

fn t(words: &Words, language: Language, key: &str, args: &Kwargs) -> Result<String, Error> {
    let mut given = Vec::new();
    for name in args.args() {
        let value: Value = args.get(name)?;
        match value.kind() {
            ValueKind::Undefined | ValueKind::None => {
                let detail = format!("t(\"{key}\"): the argument `{name}` has no value");
                return Err(Error::new(ErrorKind::UndefinedError, detail));
            }
            _ => given.push((name, value.as_i64().filter(|_| value.is_number()), value.to_string())),
        }
    }
    let args: Vec<_> = given
        .iter()
        .map(|(name, number, text)| (*name, number.map_or(Arg::Text(text.as_str()), Arg::Number)))
        .collect();
    words.say(language, key, &args).map_err(|missing| Error::new(ErrorKind::InvalidOperation, missing.to_string()))
}

fn instant(text: &str) -> Result<DateTime<Utc>, Error> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|error| Error::new(ErrorKind::InvalidOperation, "not a time in RFC 3339").with_source(error))
}

fn known(zone: &str) -> Result<Tz, Error> {
    zone.parse().map_err(|error: chrono_tz::ParseError| {
        Error::new(ErrorKind::InvalidOperation, "not the name of a time zone").with_source(error)
    })
}

/// Plain text whose paragraphs are separated by blank lines, as escaped HTML.
fn paragraphs(text: &str) -> Value {
    let text = text.replace("\r\n", "\n");
    let mut html = String::with_capacity(text.len() + 32);
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        match (line.is_empty(), lines.is_empty()) {
            (false, _) => lines.push(line),
            (true, true) => {}
            (true, false) => {
                let escaped: Vec<_> = lines.drain(..).map(|line| escaped(line)).collect();
                html.push_str("<p>");
                html.push_str(&escaped.join("<br>"));
                html.push_str("</p>\n");
            }
        }
    }
    Value::from_safe_string(html)
}
