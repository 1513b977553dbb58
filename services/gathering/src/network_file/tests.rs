use super::*;
use proptest::prelude::*;

/// The municipalities of today.
struct Today;

impl Municipalities for Today {
    fn name(&self, number: &str) -> Option<String> {
        municipalities::numbered(municipalities::Land::No, number).map(|found| found.name.clone())
    }
}

const HEAD: &str = "member;kind;name;municipality;organisation_number;language_form;from;to;contact_name;contact_email;contact_language\n";

fn sentences(text: &str) -> Vec<String> {
    match read(text.as_bytes(), "nettverk.csv", &Today) {
        Err(problems) => problems.iter().map(|problem| format!("{}: {}", problem.line, problem.sentence)).collect(),
        Ok(members) => panic!("{members:?}"),
    }
}

#[track_caller]
fn refused(lines: &str, expected: &[&str]) {
    assert_eq!(sentences(&format!("{HEAD}{lines}")), expected);
}

const NAMDAL: &str = "namdal;region;Region Namdal;5007;;nb;2015-07-01;;Kari;kari@namdal.example;nb\n";

#[test]
fn a_region_of_several_municipalities_is_one_member() {
    let text = format!(
        "{HEAD}{NAMDAL}namdal;region;Region Namdal;5041;;;01.07.2015;31.12.2018;;;\nvolda;municipality;Volda;1577;939760946;nn;2015-01-01;;;;\n"
    );
    let members = read(text.as_bytes(), "nettverk.csv", &Today).unwrap();
    assert_eq!(members.iter().map(|member| member.memberships.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(members[0].contact.as_ref().unwrap().email, "kari@namdal.example");
    assert_eq!(members[0].memberships[1].to, NaiveDate::from_ymd_opt(2018, 12, 31));
    assert_eq!(members[1].memberships[0].language_form, Some(LanguageForm::Nn));
}

#[test]
fn no_name_has_in_it_what_nobody_sees() {
    let text = format!(
        "{HEAD}{}",
        NAMDAL.replace("Region Namdal", "Region\u{202e} Nam\u{200b}dal").replace("Kari;", "\u{feff}Kari;")
    );
    assert_eq!(
        read(text.as_bytes(), "nettverk.csv", &Today),
        read(format!("{HEAD}{NAMDAL}").as_bytes(), "nettverk.csv", &Today)
    );
    assert!(read(text.as_bytes(), "nettverk.csv", &Today).is_ok());
}

#[test]
fn what_was_written_is_read_again_and_has_the_names_for_people() {
    let text = format!("{HEAD}{NAMDAL}oslo;municipality;Oslo; 301;;neutral;2015-01-01;;;;\n");
    let members = read(text.as_bytes(), "nettverk.csv", &Today).unwrap();
    let written = write(&members, &Today);
    assert!(written.starts_with('\u{feff}') && written.contains(";Namsos\r\n"), "{written}");
    assert_eq!(read(written.as_bytes(), "ut.csv", &Today), Ok(members));
}

#[test]
fn everything_that_is_wrong_is_told_with_its_line() {
    refused(
        "namdal;by;Region Namdal;9999;123456789;nynorsk;i fjor;;Kari;kari;de\n\
         Volda!;municipality;Volda;1577;;;2015-01-01;2014-01-01;;;\n",
        &[
            "2: `by` is neither municipality nor region",
            "2: `de` is no language: use nn, nb, sv or en",
            "2: `i fjor` is no date: write 2027-03-16 or 16.03.2027",
            "2: `kari` is no e-mail address",
            "2: `nynorsk` is no language form: use nn, nb or neutral",
            "2: the organisation number `123456789` has a wrong control digit",
            "2: there is no Norwegian municipality with the number 9999",
            "3: `Volda!` must be small letters a-z, digits and hyphens",
            "3: it ends on 2014-01-01, before it begins on 2015-01-01",
        ],
    );
}

#[test]
fn a_municipality_is_a_member_once_at_a_time() {
    refused(
        &format!("{NAMDAL}fosen;region;Fosen;5007;;;2016-01-01;;;;\n"),
        &["3: 5007 is a member at the same time on line 2"],
    );
    refused(&format!("{NAMDAL}{NAMDAL}"), &["3: 5007 is a member at the same time on line 2"]);
    refused(
        &format!("{NAMDAL}namdal;region;Namdal;5041;;;2016-01-01;;Ola;ola@x.no;nn\n"),
        &["3: `namdal` has another contact on a line before", "3: `namdal` has another name or kind on a line before"],
    );
    refused(
        "volda;municipality;Volda;1577;;;2015-01-01;;;;\nvolda;municipality;Volda;1507;;;2015-01-01;;;;\n",
        &["3: there is no Norwegian municipality with the number 1507"],
    );
    refused(
        "volda;municipality;Volda;1577;;;2015-01-01;;;;\nvolda;municipality;Volda;1508;;;2015-01-01;;;;\n",
        &["3: `volda` is a municipality, and cannot have several: is it a region?"],
    );
}

#[test]
fn files_of_another_kind_are_refused_as_a_whole() {
    assert_eq!(sentences(""), ["1: the file is empty"]);
    assert_eq!(sentences(HEAD), ["1: there are no members in the file"]);
    let wrong = sentences("member;kind;navn;name;municipality;name\n");
    assert!(wrong[0].starts_with("1: `navn` is no column; there are member, kind,"), "{wrong:?}");
    assert_eq!(wrong[1..], ["1: the column `name` is there twice", "1: the column `from` is missing"]);
    let latin = [HEAD.as_bytes(), b"fj\xf8rd;region"].concat();
    let problems = read(&latin, "nettverk.csv", &Today).unwrap_err();
    assert_eq!(problems[0].to_string(), "nettverk.csv:2:1: is not UTF-8: in Excel, save as \"CSV UTF-8\"");
    assert_eq!(sentences(&format!("{HEAD}\"namdal;region\n")), ["2: has a quote that never ends"]);
}

#[test]
fn formulas_are_told_and_not_kept() {
    refused(
        "namdal;region;=HYPERLINK(\"http://x\");5007;;;2015-01-01;;@Kari;kari@x.no;nb\n",
        &[
            "2: `=HYPERLINK(\"http://x\")` looks like a formula: names, numbers and dates do not begin so",
            "2: `@Kari` looks like a formula: names, numbers and dates do not begin so",
        ],
    );
    refused("namdal;region;N;5007;;;2015-01-01;;;;;;\n", &["2: has 13 cells, but there are 11 columns"]);
}

proptest! {
    #[test]
    fn nothing_in_a_file_is_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, "x.csv", &Today);
        let _ = read(&[HEAD.as_bytes(), &bytes].concat(), "x.csv", &Today);
    }
}
