# The frame around every page, fields, and pages about errors.
frame-site = Møteplass
frame-skip = Skip to main content
frame-language = Language
frame-footer = About this page
frame-privacy = Privacy
frame-privacy-of = Privacy notice of { $organisation }
frame-accessibility = Accessibility
frame-accessibility-of = Accessibility statement of { $organisation }
frame-contact = Contact { $name }
frame-front = To the front page
frame-error = Error:
frame-demo = This is a demonstration. No event, person or e-mail here is real.
frame-name-nn = Nynorsk
frame-name-nb = Bokmål
frame-name-sv = Svenska
frame-name-en = English

frame-required = Required
frame-optional = Optional
frame-error-summary = Please fix this:
frame-day = Day
frame-month = Month
frame-year = Year
frame-choose = Choose
frame-leave-empty = Leave this empty

frame-not-found = We cannot find the page
frame-not-found-text = The link may be wrong or old. Check that you have the whole link from the e-mail.
frame-forbidden = You do not have access
frame-forbidden-text = You need another role to see this page. Ask the person who manages your accounts.
frame-sign-in-first = Log in first
frame-sign-in-first-text = You must log in to do this.
frame-not-genuine = Please try again
frame-not-genuine-text = The page has been open for too long, or the browser does not accept cookies. Go back, reload the page and send it once more.
frame-too-many = Please wait a little
frame-too-many-text = { $minutes ->
    [one] Many requests came from you in a short time. Try again in { $minutes } minute.
   *[other] Many requests came from you in a short time. Try again in { $minutes } minutes.
}
frame-busy = It is crowded here right now
frame-busy-text = We did not manage to answer you. Try again in a little while.
frame-again = Send once more
frame-again-text = You do not need to write anything again. Wait a little and press the button.
frame-wrong-form = We cannot read what you sent
frame-wrong-form-text = Use the form on the page and send it again.
frame-too-large = What you sent is too large
frame-too-large-text = Shorten your answers and send it again.
frame-wrong-method = That cannot be done here
frame-wrong-method-text = Go back to the page you came from and try again.
frame-internal = Something went wrong on our side
frame-internal-text = It is not your fault. Try again in a little while. If that does not help, tell the organiser and give this number: { $reference }
