mod log;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use clap::{Parser, Subcommand};
use host::{Clock, Settings};
use moteplass::{House, commands};
use proto::MessageId;
use proto::account::Role;
use std::path::PathBuf;
use std::process::ExitCode;

/// Sign-up for conferences, webinars and gatherings.
///
/// Settings are variables named MOTEPLASS_..., or a file named by MOTEPLASS_CONFIG.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the services: all of them, or those named.
    Serve { services: Vec<String> },
    /// Run everything with made-up events and people, letters kept in a folder.
    Demo,
    /// Make or update tables, and the broker's exchanges and queues.
    Prepare,
    /// Try the database, the broker, SMTP and the templates, and say what is wrong.
    Doctor,
    /// Copy a small installation while it runs, into a folder of its own below the one that is named.
    ///
    /// All services are copied as they were at one moment. The key that links are signed with is in the copy; answers_key is in
    /// none, and is to be kept somewhere else. Data in PostgreSQL are copied by deploy/backup/postgres.
    Backup {
        to: PathBuf,
        /// Keep so many copies there, the newest.
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        keep: Option<u16>,
    },
    /// Put a copy back into the data folder, while nothing runs there. Letters are held back until they are let go.
    Restore {
        copy: PathBuf,
        /// Only say whether the copy is whole.
        #[arg(long)]
        check: bool,
    },
    /// Take in organisations, networks and events from files; or, after the word kommuner, a list of municipalities from
    /// SSB's Klass.
    Import {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// From which day a list of municipalities holds (2027-01-01).
        #[arg(long = "gyldig-fra", value_name = "DAY")]
        valid_from: Option<NaiveDate>,
    },
    /// List the messages that did not get through, or have them tried once more.
    ///
    /// Without ids and without --all they are listed, with age and reason: those that could not be handled (set aside),
    /// those that should have been carried by now (unsent), and those that could not even be stored (parked, at the
    /// broker).
    Replay {
        /// Ids of messages to try once more.
        ids: Vec<uuid::Uuid>,
        /// Try everything once more that would be listed.
        #[arg(long, conflicts_with = "ids")]
        all: bool,
        /// Only those of this service.
        #[arg(long)]
        service: Option<String>,
        /// Only those that were set aside.
        #[arg(long)]
        set_aside: bool,
        /// Only those that are unsent.
        #[arg(long)]
        unsent: bool,
        /// Only those that are parked.
        #[arg(long)]
        parked: bool,
        /// Carry everything again that was carried since then (2027-01-11T09:00:00Z), when the broker has lost its data.
        #[arg(long, value_name = "TIME", conflicts_with_all = ["ids", "all", "set_aside", "unsent", "parked"])]
        carried_since: Option<DateTime<Utc>>,
    },
    /// Write every page and letter, every sample, in every language.
    Render {
        #[arg(long)]
        to: PathBuf,
    },
    /// Take in the letter on the standard input, from a mail server that hands letters to programs.
    ///
    /// Ends with 0 when the letter is on the disk, with 75 when the mail server is to come back with it, and with 65 or 67
    /// when it is too large or for nobody here.
    Mottak {
        /// The envelope sender; without it, what `Return-Path` says, which is nothing for reports.
        #[arg(long, default_value = "")]
        sender: String,
        /// The envelope's receiver; may be given several times. Without any, the fields of the letter tell.
        #[arg(long = "recipient")]
        recipients: Vec<String>,
    },
    /// Organisers' accounts.
    #[command(subcommand)]
    Account(Account),
    /// Hold letters back, or let them go.
    #[command(subcommand)]
    Letters(Letters),
    /// What is held about somebody as a participant, across events, series and networks.
    #[command(subcommand)]
    Person(Person),
}

#[derive(Subcommand)]
enum Person {
    /// List the sign-ups of an e-mail address, and the series it follows.
    Find { email: String },
    /// Write all that is held to the standard output, as JSON, to be given to the person.
    Export { email: String },
    /// Delete all of it, everywhere, as the person can on the page of a sign-up. Make sure first that it is they who ask.
    Erase { email: String },
}

#[derive(Subcommand)]
enum Letters {
    /// Hold back reminders and other letters that go to many and can wait, until they are let go.
    Pause {
        /// Hold back every letter, receipts and links to sign in with as well. Links that expire meanwhile are not sent.
        #[arg(long)]
        all: bool,
    },
    /// Take the letters that a mail server's log names for sent, after a copy was put back: those with Message-IDs of ours in it.
    Sent { log: PathBuf },
    /// Let letters go again. What is no longer true or too late is not sent, with the reason beside it.
    Resume,
}

#[derive(Subcommand)]
enum Account {
    /// Invite somebody, or give them one more role.
    Invite {
        email: String,
        #[arg(long)]
        organisation: String,
        /// owner, editor, reader, door or numbers.
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// Let somebody who has an account see how the services do, and have messages tried once more that were set aside.
    Operator {
        email: String,
        /// No longer.
        #[arg(long)]
        remove: bool,
    },
    /// Take away somebody's app for codes and sign them out everywhere, when they have lost the phone and the recovery codes.
    /// Make sure first that it is they who ask.
    ForgetSecondFactor { email: String },
}

fn role(word: &str) -> Result<Role, String> {
    match word {
        "owner" => Ok(Role::Owner),
        "editor" => Ok(Role::Editor),
        "reader" => Ok(Role::Reader),
        "door" => Ok(Role::Door),
        "numbers" => Ok(Role::Numbers),
        _ => Err("a role is owner, editor, reader, door or numbers".to_owned()),
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let failed = if matches!(arguments.command, Command::Mottak { .. }) { commands::receive::LATER } else { 1 };
    run(arguments).unwrap_or_else(|error| {
        complain(&error);
        ExitCode::from(failed)
    })
}

/// Says why it failed.
#[expect(clippy::print_stderr, reason = "this is the answer of a command, not a log")]
fn complain(error: &anyhow::Error) {
    eprintln!("Error: {error:?}");
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    // With one cryptography provider compiled in this cannot fail; a second would be seen here and not in production.
    rustls::crypto::ring::default_provider().install_default().ok().context("a TLS provider is installed already")?;
    let mut settings = Settings::read(std::env::vars())?;
    if matches!(arguments.command, Command::Demo) {
        settings.demo = true;
        settings.data = settings.data.join("demo");
        // Who tries what a change does looks for the letters at once.
        settings.change_debounce = settings.change_debounce.min(5);
        commands::demo::set_rooms(&mut settings)?;
    }
    log::begin(&settings)?;
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()?;
    runtime.block_on(async {
        let done = match arguments.command {
            Command::Render { to } => commands::render::run(&host::page::text(&settings), &to),
            Command::Backup { to, keep } => commands::backup::run(&settings, &to, keep.map(usize::from)).await,
            Command::Restore { copy, check: true } => commands::restore::check(&copy).await,
            Command::Restore { copy, check: false } => commands::restore::run(&settings, &copy).await,
            command => {
                let house = House::new(settings, Clock::system())?;
                match command {
                    Command::Mottak { sender, recipients } => {
                        return commands::receive::run(&house, sender, recipients).await;
                    }
                    Command::Serve { services } => commands::serve::run(&house, &services).await,
                    Command::Demo => commands::demo::run(&house).await,
                    Command::Prepare => house.prepare().await,
                    Command::Doctor => commands::doctor::run(&house).await,
                    Command::Import { files, valid_from } => commands::import::run(&house, &files, valid_from).await,
                    Command::Replay { service, carried_since: Some(since), .. } => {
                        commands::replay::carry_again(&house, since, service.as_deref()).await
                    }
                    Command::Replay { ids, all, service, set_aside, unsent, parked, carried_since: None } => {
                        let ids = ids.into_iter().map(MessageId).collect();
                        let which = commands::replay::Which { ids, all, service, set_aside, unsent, parked };
                        commands::replay::run(&house, &which).await
                    }
                    Command::Account(Account::Invite { email, organisation, role }) => {
                        commands::account::invite(&house, &email, &organisation, role).await
                    }
                    Command::Account(Account::Operator { email, remove }) => {
                        commands::account::make_operator(&house, &email, !remove).await
                    }
                    Command::Letters(Letters::Pause { all }) => commands::letters::hold_back(&house, all).await,
                    Command::Letters(Letters::Sent { log }) => commands::letters::sent(&house, &log).await,
                    Command::Letters(Letters::Resume) => commands::letters::let_go(&house).await,
                    Command::Account(Account::ForgetSecondFactor { email }) => {
                        commands::account::forget_second_factor(&house, &email).await
                    }
                    Command::Person(Person::Find { email }) => commands::person::find(&house, &email).await,
                    Command::Person(Person::Export { email }) => commands::person::export(&house, &email).await,
                    Command::Person(Person::Erase { email }) => commands::person::erase(&house, &email).await,
                    Command::Render { .. } | Command::Backup { .. } | Command::Restore { .. } => Ok(()),
                }
            }
        };
        done.map(|()| ExitCode::SUCCESS)
    })
}
