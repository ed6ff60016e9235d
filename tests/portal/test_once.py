"""One submit, one record, however often the button was pressed."""

import threading
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from portal.once import Receipt, answered_once, once, once_key
from portal.search import Synonym


@answered_once
def write_down(request):
    """A view with one field and one table."""
    if not request.POST["word"]:
        return HttpResponse(status=422)
    row = Synonym.objects.create(word=f"{request.POST['word']}-{uuid4()}", means="x")
    return redirect(f"/tu/{row.pk}/")


def submit(key, word="a", user=None, **more):
    request = RequestFactory().post("/tu/", {"_once": str(key), "word": word, **more})
    request.user = user or AnonymousUser()
    return write_down(request)


@pytest.mark.django_db
def test_pressed_twice_gives_one_record_and_the_same_answer():
    key = uuid4()
    assert submit(key).url == submit(key).url
    assert Synonym.objects.count() == 1


@pytest.mark.django_db
def test_the_same_key_with_another_body_is_a_conflict():
    key = uuid4()
    submit(key, word="a")
    assert submit(key, word="b").status_code == 409
    assert Synonym.objects.count() == 1


@pytest.mark.django_db
def test_a_key_belongs_to_the_person_who_used_it(lan, binh):
    key = uuid4()
    submit(key, user=lan)
    assert submit(key, user=binh).status_code == 409


@pytest.mark.django_db
def test_a_refused_form_may_be_corrected_under_the_same_key():
    key = uuid4()
    assert submit(key, word="").status_code == 422
    assert submit(key, word="a").status_code == 302
    assert submit(key, word="a").status_code == 302
    assert Synonym.objects.count() == 1


@pytest.mark.django_db
def test_another_file_is_another_body():
    key = uuid4()
    submit(key, scan=SimpleUploadedFile("a.pdf", b"one"))
    assert submit(key, scan=SimpleUploadedFile("a.pdf", b"two")).status_code == 409
    assert submit(key, scan=SimpleUploadedFile("a.pdf", b"one")).status_code == 302


@pytest.mark.django_db
def test_an_act_that_broke_leaves_no_receipt():
    request = RequestFactory().post("/tu/", {"_once": str(uuid4())})
    with pytest.raises(RuntimeError), once(request):
        raise RuntimeError
    assert not Receipt.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "không phải khóa", "1"])
def test_without_a_key_the_view_just_works(key):
    assert submit(key).status_code == 302


def test_the_form_keeps_its_key_while_it_is_corrected():
    key = str(uuid4())
    assert once_key(RequestFactory().post("/", {"_once": key})) == key
    assert once_key(RequestFactory().get("/")) != once_key(RequestFactory().get("/"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [20, pytest.param(500, marks=pytest.mark.slow)])
def test_two_at_the_same_moment_give_one_record(rounds):
    for _ in range(rounds):
        key, answers = uuid4(), []
        race = [threading.Thread(target=press, args=(key, answers)) for _ in range(2)]
        for each in race:
            each.start()
        for each in race:
            each.join()
        assert len(answers) == 2
        assert len(set(answers)) == 1
    assert Synonym.objects.count() == rounds


def press(key, answers: list) -> None:
    try:
        answers.append(submit(key).url)
    finally:
        connection.close()
