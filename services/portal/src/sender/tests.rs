use super::*;
use host::DkimAlgorithm;

/// Records as they stand in the DNS: `name KIND value`, one a line. Names end as those of real bodies and providers do.
const PROVIDERS: &str = "
spf.protection.outlook.com TXT v=spf1 ip4:40.92.0.0/15 ip4:52.100.0.0/14 ip6:2a01:111:f403::/48 -all
_spf.google.com TXT v=spf1 include:_netblocks.google.com ~all
_netblocks.google.com TXT v=spf1 ip4:35.190.247.0/24 ip4:64.233.160.0/19 ~all
spf.arrangement.no TXT v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 -all
open.no TXT v=spf1 +all
twice.no TXT v=spf1 -all
twice.no TXT v=spf1 mx -all
post.etat.no A 192.0.2.25
post.etat.no A 2001:db8::25
";

fn answers(records: &str) -> Answers {
    let mut answers = Answers::new();
    for line in PROVIDERS.lines().chain(records.lines()).map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = line.splitn(3, ' ');
        let (name, kind, value) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or_default());
        let kind_of = match kind {
            "TXT" => Kind::Txt,
            "MX" => Kind::Mx,
            _ => Kind::Address,
        };
        let kept = answers.entry(Question { name: name.to_owned(), kind: kind_of });
        match value {
            "?" => *kept.or_insert(Answer::Silent) = Answer::Silent,
            "NXDOMAIN" => *kept.or_insert(Answer::NoSuchName) = Answer::NoSuchName,
            _ => match (kind_of, kept.or_insert(Answer::Nothing)) {
                (Kind::Txt, Answer::Txt(all)) | (Kind::Mx, Answer::Mx(all)) => all.push(value.to_owned()),
                (Kind::Address, Answer::Addresses(all)) => all.push(value.parse().unwrap()),
                (Kind::Txt, first) => *first = Answer::Txt(vec![value.to_owned()]),
                (Kind::Mx, first) => *first = Answer::Mx(vec![value.to_owned()]),
                (Kind::Address, first) => *first = Answer::Addresses(vec![value.parse().unwrap()]),
            },
        }
    }
    answers
}

fn sender() -> Sender {
    let signing = dkim::Signing {
        domain: "etat.no".to_owned(),
        selector: "MP1".to_owned(),
        algorithm: DkimAlgorithm::Ed25519,
        public_key: Some("S0VZ".to_owned()),
    };
    Sender {
        domain: "etat.no".to_owned(),
        returns: "etat.no".to_owned(),
        servers: vec![SpfTerm::Address("192.0.2.25".parse().unwrap())],
        signing: Some(signing),
    }
}

/// What comes of these records; whatever else is asked is not there.
fn found(sender: &Sender, records: &str) -> Findings {
    let mut answers = answers(records);
    for _ in 0..50 {
        match judge(sender, &answers) {
            Ok(findings) => return findings,
            Err(questions) => {
                assert!(!questions.is_empty());
                answers.extend(questions.into_iter().map(|question| (question, Answer::Nothing)));
            }
        }
    }
    panic!("it never ends");
}

#[track_caller]
fn spf(servers: &[&str], record: &str, word: &str) -> Finding {
    let servers = servers.iter().map(|term| SpfTerm::try_from((*term).to_owned()).unwrap()).collect();
    let finding = found(&Sender { servers, ..sender() }, &format!("etat.no TXT {record}")).spf;
    assert_eq!(finding.word, word, "{record}");
    finding
}

#[test]
fn spf_is_read_as_receivers_read_it() {
    let ours = &["ip4:192.0.2.25"];
    for (record, word) in [
        ("v=spf1 ip4:192.0.2.25 -all", "allows"),
        ("v=spf1 ip4:192.0.2.0/27 ~all", "allows"),
        ("v=spf1 ip4:192.0.2.26 -all", "refuses"),
        ("v=spf1 ip4:192.0.2.32/27 ?all", "refuses"),
        ("V=SPF1 IP4:192.0.2.25 -ALL", "allows"),
        ("v=spf1 a:post.etat.no -all", "allows"),
        ("v=spf1 a:ukjend.etat.no -all", "refuses"),
        ("v=spf1 -ip4:192.0.2.25 +all", "refuses"),
        ("v=spf1 ~ip4:192.0.2.25 +all", "refuses"),
        ("v=spf1 include:spf.protection.outlook.com -all", "refuses"),
        ("v=spf1 include:spf.protection.outlook.com include:spf.arrangement.no -all", "allows"),
        ("v=spf1 include:_spf.google.com ~all", "refuses"),
        ("v=spf1 redirect=spf.arrangement.no", "allows"),
        ("v=spf1 redirect=_spf.google.com", "refuses"),
        ("v=spf1 redirect=spf.arrangement.no -all", "refuses"),
        ("v=spf1 +all", "allows-anybody"),
        ("v=spf1 all", "allows-anybody"),
        ("v=spf1 include:open.no -all", "allows-anybody"),
        ("v=spf1", "refuses"),
        ("v=spf1 -all", "refuses"),
        ("v=spf1 exp=why.etat.no ip4:192.0.2.25 -all", "allows"),
        ("v=spf1 exists:%{i}._spf.etat.no -all", "unclear"),
        ("v=spf1 exists:%{i}._spf.etat.no ip4:192.0.2.25 -all", "allows"),
        ("v=spf1 -exists:%{i}._spf.etat.no ip4:192.0.2.25 -all", "unclear"),
        ("v=spf1 include:%{d}.spf.no -all", "unclear"),
        ("v=spf1 redirect=%{d}.spf.no", "unclear"),
        ("v=spf1 ptr -all", "unclear"),
        ("v=spf1 include:ingenting.no -all", "faulty"),
        ("v=spf1 include:twice.no -all", "include-several"),
        ("v=spf1 ipv4:192.0.2.25 -all", "faulty"),
        ("v=spf1 ip4:192.0.2.300 -all", "faulty"),
        ("v=spf1 ip4:192.0.2.0/33 -all", "faulty"),
        ("v=spf1 include: -all", "faulty"),
        ("v=spf1 a:a.no a:b.no a:c.no a:d.no a:e.no a:f.no a:g.no a:h.no a:i.no a:j.no -all", "refuses"),
        ("v=spf1 a:a.no a:b.no a:c.no a:d.no a:e.no a:f.no a:g.no a:h.no a:i.no a:j.no a:k.no -all", "too-many"),
        ("v=spf1 redirect=etat.no", "too-many"),
        ("v=spf10 ip4:192.0.2.25 -all", "missing"),
        ("google-site-verification=abc", "missing"),
        ("?", "unasked"),
        ("NXDOMAIN", "missing"),
    ] {
        spf(ours, record, word);
    }
}

#[test]
fn every_server_must_be_allowed_and_the_record_to_ask_for_has_what_is_missing() {
    let both = &["ip4:192.0.2.25", "ip6:2001:db8::25"];
    spf(both, "v=spf1 include:spf.arrangement.no -all", "allows");
    spf(both, "v=spf1 mx a:post.etat.no/28//64 -all", "allows");
    let wanted = |finding: Finding| finding.wanted.unwrap().value;
    let refused = spf(both, "v=spf1 mx  ip4:192.0.2.25 -all", "refuses");
    assert_eq!(wanted(refused), "v=spf1 mx ip4:192.0.2.25 ip6:2001:db8::25 -all");
    let refused = spf(both, "v=spf1 include:_spf.google.com redirect=_spf.google.com", "refuses");
    let whole = "v=spf1 include:_spf.google.com ip4:192.0.2.25 ip6:2001:db8::25 redirect=_spf.google.com";
    assert_eq!(wanted(refused), whole);
    assert_eq!(wanted(spf(both, "noko anna", "missing")), "v=spf1 mx ip4:192.0.2.25 ip6:2001:db8::25 ~all");
    let theirs = &["include:spf.arrangement.no"];
    spf(theirs, "v=spf1 mx include:SPF.arrangement.no -all", "allows");
    spf(theirs, "v=spf1 redirect=spf.arrangement.no", "allows");
    spf(theirs, "v=spf1 include:open.no -all", "allows-anybody");
    assert_eq!(wanted(spf(theirs, "v=spf1 -all", "refuses")), "v=spf1 include:spf.arrangement.no -all");
    assert_eq!(spf(&[], "v=spf1 -all", "servers-unknown").wanted, None);
    assert_eq!(spf(&[], "noko anna", "missing").wanted, None);
    // What is wanted is enough.
    for record in ["v=spf1 -all", "v=spf1 mx ?all", "v=spf1 redirect=_spf.google.com", "ingenting"] {
        let servers = both.map(|term| SpfTerm::try_from(term.to_owned()).unwrap()).to_vec();
        let sender = Sender { servers, ..sender() };
        let wanted = found(&sender, &format!("etat.no TXT {record}")).spf.wanted.unwrap();
        assert_eq!(found(&sender, &format!("{} TXT {}", wanted.name, wanted.value)).spf.standing, Standing::Good);
    }
}

#[test]
fn several_records_are_none_and_returns_to_others_are_looked_up_there() {
    let twice = found(&sender(), "etat.no TXT v=spf1 -all\netat.no TXT v=spf1 mx -all");
    assert_eq!((twice.spf.word.as_str(), twice.spf.found.len()), ("several", 2));
    let away = Sender { returns: "svar.arrangement.no".to_owned(), ..sender() };
    assert_eq!(found(&away, "etat.no TXT v=spf1 -all").spf.word, "elsewhere");
    let below = Sender { returns: "svar.etat.no".to_owned(), ..sender() };
    let spf = found(&below, "svar.etat.no TXT v=spf1 ip4:192.0.2.25 -all").spf;
    assert_eq!((spf.word.as_str(), spf.name.as_str()), ("allows", "svar.etat.no"));
}

#[test]
fn the_key_must_be_the_one_that_signs() {
    for (record, word) in [
        ("v=DKIM1; k=ed25519; p=S0VZ", "found"),
        ("k=ed25519;p=S0 VZ;", "found"),
        ("v=DKIM1; k=rsa; p=QU5O", "other-key"),
        ("v=DKIM1; p=", "revoked"),
        ("v=DKIM2; p=S0VZ", "faulty"),
        ("hei", "faulty"),
        ("?", "unasked"),
        ("NXDOMAIN", "missing"),
    ] {
        let dkim = found(&sender(), &format!("mp1._domainkey.etat.no TXT {record}")).dkim;
        assert_eq!(dkim.word, word, "{record}");
        let asked_for = dkim.wanted.map(|wanted| (wanted.name, wanted.value));
        let record = ("mp1._domainkey.etat.no".to_owned(), "v=DKIM1; k=ed25519; p=S0VZ".to_owned());
        assert_eq!(asked_for, (!matches!(word, "found" | "unasked")).then_some(record));
    }
    assert_eq!(found(&Sender { signing: None, ..sender() }, "").dkim.word, "unsigned");
    let mut unread = sender();
    unread.signing.as_mut().unwrap().public_key = None;
    assert_eq!(found(&unread, "mp1._domainkey.etat.no TXT p=QU5O").dkim.word, "found-uncompared");
    assert_eq!(found(&unread, "").dkim.wanted, None);
}

#[test]
fn the_policy_is_met_by_what_vouches_for_the_domain_itself() {
    const SPF: &str = "etat.no TXT v=spf1 ip4:192.0.2.25 -all";
    const NO_SPF: &str = "etat.no TXT v=spf1 -all";
    const KEY: &str = "mp1._domainkey.etat.no TXT p=S0VZ";
    for (policy, others, word) in [
        ("v=DMARC1; p=reject", &[SPF, KEY][..], "meets"),
        ("v=DMARC1; p=reject", &[SPF], "meets"),
        ("v=DMARC1;p=quarantine;pct=50", &[NO_SPF, KEY], "meets"),
        ("v=DMARC1; p=reject; adkim=s; aspf=s", &[NO_SPF, KEY], "meets"),
        ("v=DMARC1; p=none", &[NO_SPF], "fails-none"),
        ("v=DMARC1; p=Quarantine", &[NO_SPF], "fails-quarantine"),
        ("v=DMARC1; p=reject", &[NO_SPF], "fails-reject"),
        ("v=DMARC1; p=reject", &["etat.no TXT ?"], "unclear"),
        ("v=DMARC1; p=rejct", &[SPF, KEY], "faulty"),
        ("v=DMARC1", &[SPF, KEY], "faulty"),
        ("v=DMARC2; p=none", &[SPF, KEY], "missing"),
        ("v=DMARC1; p=none\n_dmarc.etat.no TXT v=DMARC1; p=none", &[SPF, KEY], "several"),
        ("?", &[SPF, KEY], "unasked"),
    ] {
        let dmarc = found(&sender(), &format!("_dmarc.etat.no TXT {policy}\n{}", others.join("\n"))).dmarc;
        assert_eq!(dmarc.word, word, "{policy} {others:?}");
    }
    let unsigned = Sender { signing: None, ..sender() };
    let dmarc = |sender: &Sender, records: &str| found(sender, records).dmarc.word;
    assert_eq!(dmarc(&unsigned, &format!("_dmarc.etat.no TXT v=DMARC1; p=reject\n{NO_SPF}")), "unclear");

    let mut foreign = sender();
    foreign.signing.as_mut().unwrap().domain = "arrangement.no".to_owned();
    let records = format!("_dmarc.etat.no TXT v=DMARC1; p=reject\n{NO_SPF}\nmp1._domainkey.arrangement.no TXT p=S0VZ");
    assert_eq!(dmarc(&foreign, &records), "fails-reject", "somebody else's signature does not count");
    let mut below = sender();
    below.signing.as_mut().unwrap().domain = "mp.etat.no".to_owned();
    let records = "mp1._domainkey.mp.etat.no TXT p=S0VZ\n_dmarc.etat.no TXT v=DMARC1; p=reject";
    assert_eq!(dmarc(&below, records), "meets");
    assert_eq!(dmarc(&below, &format!("{records}; adkim=s")), "fails-reject");
}

#[test]
fn a_policy_above_the_domain_holds_below_it() {
    let kommune = Sender { domain: "kurs.narvik.kommune.no".to_owned(), ..sender() };
    let dmarc = found(&kommune, "_dmarc.narvik.kommune.no TXT v=DMARC1; p=none; sp=reject").dmarc;
    assert_eq!((dmarc.name.as_str(), dmarc.word.as_str()), ("_dmarc.narvik.kommune.no", "fails-reject"));
    let none = found(&kommune, "").dmarc;
    assert_eq!(none.wanted.unwrap().name, "_dmarc.kurs.narvik.kommune.no");
}

#[test]
fn answers_must_arrive_somewhere() {
    for (records, standing, word) in [
        ("etat.no MX mx1.etat.no", Standing::Good, "found"),
        ("etat.no MX .", Standing::Bad, "refuses"),
        ("etat.no MX NXDOMAIN", Standing::Missing, "no-domain"),
        ("etat.no MX ?", Standing::Unasked, "unasked"),
        ("etat.no A 192.0.2.1", Standing::Unclear, "address"),
        ("etat.no A ?", Standing::Unasked, "unasked"),
        ("", Standing::Missing, "missing"),
    ] {
        let mx = found(&sender(), records).mx;
        assert_eq!((mx.standing, mx.word.as_str()), (standing, word), "{records}");
    }
}

#[test]
fn only_names_that_everybody_may_ask_for_are_asked() {
    assert_eq!(domain("desken@Etat.NO").as_deref(), Some("etat.no"));
    assert_eq!(domain("desken@blåbær.no").as_deref(), Some("xn--blbr-roah.no"));
    for address in [
        "desken",
        "desken@etat",
        "desken@localhost",
        "desken@post.local",
        "desken@intranett.etat.internal",
        "a@127.0.0.1",
        "a@[::1]",
        "a@10.in-addr.arpa",
        "a@",
        "a@etat..no",
        "a@x.lan",
        "a@et at.no",
    ] {
        assert_eq!(domain(address), None, "{address}");
    }
    let nosy = "etat.no TXT v=spf1 a:db.internal mx:post.corp include:ad.local a:169.254.169.254 -all";
    let mut asked = Vec::new();
    let mut answers = answers(nosy);
    while let Err(questions) = judge(&sender(), &answers) {
        asked.extend(questions.iter().map(|question| question.name.clone()));
        answers.extend(questions.into_iter().map(|question| (question, Answer::Nothing)));
    }
    assert!(asked.iter().all(|name| name.ends_with("etat.no")), "{asked:?}");
}

#[test]
fn whatever_is_written_there_the_judgement_comes_to_an_end() {
    let pieces = [
        "v=spf1",
        " ",
        "include:",
        "etat.no",
        "a",
        "/",
        "//",
        "%",
        "=",
        "redirect=",
        "ip4:",
        "all",
        "-",
        "æ",
        ";",
        "p",
    ];
    let mut state = 1_u64;
    for _ in 0..2_000 {
        let mut record = "v=spf1 ".to_owned();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            record.push_str(pieces[usize::try_from(state >> 33).unwrap() % pieces.len()]);
        }
        let dmarc = record.replace("v=spf1", "v=DMARC1;");
        found(
            &sender(),
            &format!("etat.no TXT {record}\n_dmarc.etat.no TXT {dmarc}\nmp1._domainkey.etat.no TXT {record}"),
        );
    }
}

#[test]
fn the_public_half_of_a_key_is_what_openssl_makes_of_it() {
    let (written, public) = (include_str!("tests/signing.key"), include_str!("tests/signing.pub").trim());
    assert_eq!(dkim::public_key(written, DkimAlgorithm::Rsa).as_deref(), Some(public));
    for (written, algorithm) in
        [("", DkimAlgorithm::Rsa), ("hei", DkimAlgorithm::Ed25519), (written, DkimAlgorithm::Ed25519)]
    {
        assert_eq!(dkim::public_key(written, algorithm), None);
    }
}
