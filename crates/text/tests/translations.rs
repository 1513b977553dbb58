//! The translations agree with one another, with the templates and with the code.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use proto::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use text::{Arg, Text};

/// For each key the arguments it is formed around, and the keys it refers to.
type Keys = BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(language: Language) -> BTreeSet<String> {
    let folder = root().join("translations").join(language.code());
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

fn keys(language: Language, file: &str) -> Keys {
    let path = root().join("translations").join(language.code()).join(file);
    let source = fs::read_to_string(&path).unwrap();
    let resource = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut keys = Keys::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        assert!(message.attributes.is_empty(), "{}: {} has attributes", path.display(), message.id.name);
        let Some(pattern) = message.value else { panic!("{}: {} is empty", path.display(), message.id.name) };
        let mut found = (BTreeSet::new(), BTreeSet::new());
        read(&pattern, &mut found);
        assert!(keys.insert(message.id.name.to_owned(), found).is_none(), "{} is there twice", message.id.name);
    }
    keys
}

fn read(pattern: &Pattern<&str>, found: &mut (BTreeSet<String>, BTreeSet<String>)) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => read_inline(inline, found),
            Expression::Select { selector, variants } => {
                read_inline(selector, found);
                variants.iter().for_each(|variant| read(&variant.value, found));
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, found: &mut (BTreeSet<String>, BTreeSet<String>)) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.0.insert(id.name.to_owned())),
        InlineExpression::MessageReference { id, .. } => drop(found.1.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) => read_inline(inline, found),
            Expression::Select { .. } => panic!("a select inside a placeable"),
        },
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| read_inline(argument, found));
        }
        _ => {}
    }
}

#[test]
fn every_language_has_the_same_files_keys_and_arguments() {
    for language in Language::ALL {
        assert_eq!(files(language), files(Language::Nn), "files of {language}");
        for file in files(language) {
            let (theirs, nynorsk) = (keys(language, &file), keys(Language::Nn, &file));
            let missing: Vec<_> = nynorsk.keys().filter(|key| !theirs.contains_key(*key)).collect();
            let more: Vec<_> = theirs.keys().filter(|key| !nynorsk.contains_key(*key)).collect();
            assert!(missing.is_empty() && more.is_empty(), "{language}/{file}: missing {missing:?}, alone {more:?}");
            for (key, (arguments, _)) in theirs {
                assert_eq!(arguments, nynorsk[&key].0, "{language}/{file}: arguments of {key}");
            }
        }
    }
}

#[test]
fn a_key_is_there_once() {
    let mut seen = BTreeMap::new();
    for file in files(Language::Nn) {
        for key in keys(Language::Nn, &file).into_keys() {
            if let Some(other) = seen.insert(key.clone(), file.clone()) {
                panic!("{key} is in {other} and in {file}");
            }
        }
    }
}

/// Everything between straight double or single quotes in templates and code.
fn quoted(folder: &Path, into: &mut BTreeSet<String>, called: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            quoted(&path, into, called);
        } else if matches!(ending, "rs" | "html" | "txt" | "xml") {
            let source = fs::read_to_string(&path).unwrap();
            for quote in ['"', '\''] {
                into.extend(source.split(quote).filter(|word| word.len() < 80).map(str::to_owned));
            }
            if ending != "rs" {
                for call in source.split("t(\"").skip(1) {
                    let before = &source[..call.as_ptr() as usize - source.as_ptr() as usize - 3];
                    let own = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
                    if let (Some((key, rest)), true) = (call.split_once('"'), own)
                        && !rest.trim_start().starts_with('~')
                    {
                        called.insert(key.to_owned());
                    }
                }
            }
        }
    }
}

fn used() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut words, mut called) = (BTreeSet::new(), BTreeSet::new());
    for group in ["crates", "services"] {
        for member in fs::read_dir(root().join(group)).unwrap() {
            let member = member.unwrap().path();
            quoted(&member.join("src"), &mut words, &mut called);
            quoted(&member.join("templates"), &mut words, &mut called);
        }
    }
    (words, called)
}

#[test]
fn every_key_is_used_and_every_key_used_is_there() {
    let (words, called) = used();
    // `t("kind-" ~ kind)` uses every key that begins so.
    let beginnings: Vec<_> = words.iter().filter(|word| word.len() > 4 && word.ends_with('-')).collect();
    let mut all = BTreeSet::new();
    let mut referred = BTreeSet::new();
    for file in files(Language::Nn) {
        for (key, (_, refers)) in keys(Language::Nn, &file) {
            referred.extend(refers);
            all.insert(key);
        }
    }
    let is_used = |key: &String| {
        words.contains(key) || referred.contains(key) || beginnings.iter().any(|word| key.starts_with(word.as_str()))
    };
    let unused: Vec<_> = all.iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "no page, letter or code says {unused:?}");
    let unknown: Vec<_> = called.iter().filter(|key| !all.contains(*key)).collect();
    assert!(unknown.is_empty(), "templates ask for unknown words: {unknown:?}");
}

#[test]
fn plurals_follow_the_language() {
    let text = Text::new();
    let minutes = |language, n: i64| text.word(language, "frame-too-many-text", &[("minutes", Arg::Number(n))]);
    for language in Language::ALL {
        // Neuter nouns of Nynorsk have no ending in the plural: eitt minutt, to minutt.
        let differs = minutes(language, 1).replace('1', "2") != minutes(language, 2);
        assert_eq!(differs, language != Language::Nn, "{language}");
        assert_eq!(minutes(language, 2).replace('2', "3"), minutes(language, 3), "{language}");
    }
    assert!(minutes(Language::Nn, 1).contains("1 minutt") && minutes(Language::Sv, 5).contains("5 minuter"));
    assert!(minutes(Language::Nn, 1200).contains("1\u{a0}200") && minutes(Language::En, 1200).contains("1,200"));
}

#[test]
fn a_word_nobody_has_is_shown_as_its_key() {
    assert_eq!(Text::new().word(Language::Nn, "no-such-key", &[]), "no-such-key");
}
