import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../main/triage/language.ts';

describe('language', () => {
  it.each([
    ['es', 'Buenos días, quiero darme de baja como autónomo desde el día 30. Gracias.'],
    ['ca', "Bon dia, voldria canviar el telèfon perquè l'altre ja no el tinc. Gràcies."],
    ['gl', 'Bos días, quero cambiar o número de móbil porque o outro xa non funciona. Grazas.'],
    ['eu', 'Egun on, nire telefonoa aldatu nahi dut, mesedez. Eskerrik asko.'],
    ['en', 'Good morning, I would like to change my phone number. Thank you for your help.'],
    ['fr', "Bonjour, je voudrais obtenir mon numéro de sécurité sociale. Merci d'avance."],
    ['ro', 'Bună ziua, vă rog să îmi înregistrați numărul de telefon. Mulțumesc.'],
    ['it', 'Buongiorno, vorrei sapere a quale ufficio devo rivolgermi. Grazie mille.'],
    ['pt', 'Bom dia, não tenho o número de segurança social e gostaria de saber como pedir. Obrigado.'],
    ['ar', 'صباح الخير، أريد تسجيل رقم هاتفي في الضمان الاجتماعي'],
    ['uk', 'Добрий день, хочу змінити свій номер телефону, дякую'],
    ['gl', 'Preciso a vida laboral para unhas oposicións, pódesma mandar?'],
    ['ca', 'Hola, em podeu enviar la vida laboral? És per al SOC.'],
    ['pt', 'Olá, o escritório encontra-se encerrado para férias até 31 de agosto.'],
    ['es', 'cuanto dura la tarifa plana??'],
    ['es', 'Baja autónomo día 31.'],
    ['uk', 'Добрий день! Я тепер живу за новою адресою. Прошу внести зміну. Дякую!'],
    ['bg', 'Добър ден, работя като домашна помощница 30 часа седмично в Сория.'],
    ['pl', 'Dzień dobry, mam umowę na 4 godziny dziennie w hotelu w Salou.'],
    ['zh', '您好，我想更改我的电话号码，谢谢您的帮助'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', 'ok', '12345 678', 'DNI 99999999R'])('is not guessed from %j', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
